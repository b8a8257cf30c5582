package nl.koppelwerk.solver;

import java.util.Arrays;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.PairOrder;

/** The prices of a whole problem: they bound it, and tell each part which pairs are worth trying first. */
final class Guide {

    private static final int LEEWAY = 500;

    private final Problem problem;
    private final BoundSearch search;
    private final Prices first;
    private final Prices joint;
    private final long firstBound;

    Guide(Problem problem, int priceSteps) {
        this.problem = problem;
        this.search = new BoundSearch(problem, priceSteps);
        this.first = search.firstLevel();
        this.firstBound = PricedBound.firstBound(problem, first);
        this.joint = search.secondLevel(firstBound - firstBound / LEEWAY);
    }

    long firstBound() {
        return firstBound;
    }

    /** The proof of how much better than {@code held} on the first level, and on the second, a plan could be. */
    Certificate certificate(long held) {
        Prices second = search.secondLevel(held);
        long bound = PricedBound.secondBound(problem, second, held);
        long fromJoint = PricedBound.secondBound(problem, joint, held);
        return fromJoint < bound
                ? new Certificate(firstBound, first, held, fromJoint, joint)
                : new Certificate(firstBound, first, held, bound, second);
    }

    /** The most weight that a plan of the piece can serve. */
    long firstBound(SubProblem piece) {
        return PricedBound.firstBound(piece.problem(), inPiece(first, piece));
    }

    PairOrder order(SubProblem piece) {
        Problem part = piece.problem();
        PricedBound priced = new PricedBound(part, new Residual(part), inPiece(joint, piece));
        PairLosses losses = new PairLosses(part, priced);
        return PairOrder.by(part, (r, p) -> -losses.of(p));
    }

    private static Prices inPiece(Prices whole, SubProblem piece) {
        long[] request = new long[piece.request().length];
        long[] group = new long[piece.group().length];
        Arrays.setAll(request, r -> whole.request()[piece.request()[r]]);
        Arrays.setAll(group, g -> whole.group()[piece.group()[g]]);
        return Prices.of(whole.first(), whole.second(), request, group);
    }
}
