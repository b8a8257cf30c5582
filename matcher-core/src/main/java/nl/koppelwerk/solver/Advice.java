package nl.koppelwerk.solver;

import java.util.Arrays;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;

/** What prices say of a problem: which pairs are promising, and which plan to begin with. */
final class Advice {

    private final Problem problem;
    private final PricedBound priced;
    private final PairOrder order;

    Advice(Problem problem, PricedBound priced) {
        this.problem = problem;
        this.priced = priced;
        PairLosses losses = new PairLosses(problem, priced);
        this.order = PairOrder.by(problem, (r, p) -> -losses.of(p));
    }

    static Advice at(Prices prices, Problem problem) {
        return new Advice(problem, new PricedBound(problem, new Residual(problem), prices));
    }

    /** The pairs of each request, those that lose least first. */
    PairOrder order() {
        return order;
    }

    /**
     * Gives each volunteer the best set at these prices, as far as nobody else took the request, and the rest what is left:
     * where prices are good, little is wanted twice.
     */
    void begin(Ledger ledger) {
        int[] wanted = new int[problem.requests()];
        Arrays.fill(wanted, -1);
        int[] requestOf = requestOfPairs();
        priced.value(pair -> false, pair -> {
            int r = requestOf[pair];
            if (wanted[r] < 0 || problem.pairValue()[pair] > problem.pairValue()[wanted[r]]) {
                wanted[r] = pair;
            }
        });
        Opening.fillWith(ledger, wanted);
        Opening.fillGreedily(ledger, order);
    }

    private int[] requestOfPairs() {
        int[] requestOf = new int[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            Arrays.fill(requestOf, problem.pairsFrom(r), problem.pairsEnd(r), r);
        }
        return requestOf;
    }
}
