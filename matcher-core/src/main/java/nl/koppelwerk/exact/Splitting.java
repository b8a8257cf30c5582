package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import nl.koppelwerk.exact.Branch.Decision;
import nl.koppelwerk.problem.Problem;

/** Says where to split a part of the plans, and what is left when there is nothing to split. */
final class Splitting {

    private static final double FRACTION = 1e-5;

    private final Given given;
    private final Problem problem;
    private final Master master;

    Splitting(Given given, Master master) {
        this.given = given;
        this.problem = given.problem();
        this.master = master;
    }

    /**
     * Decisions that together leave no plan of the part out; none when every request is decided.
     *
     * @param advised whether the last solution of the linear program is of this part
     */
    Decision[] decisions(BitSet excluded, BitSet served, boolean advised) {
        Decision[] decisions = advised ? fractional(excluded, served) : new Decision[0];
        return decisions.length > 0 ? decisions : undecided(excluded, served, advised);
    }

    /** The request whose being served is most in doubt, or else the pair. */
    private Decision[] fractional(BitSet excluded, BitSet served) {
        int doubtful = -1;
        double mostDoubt = FRACTION;
        for (int request = 0; request < problem.requests(); request++) {
            double sum = 0;
            for (int pair = problem.pairsFrom(request); pair < problem.pairsEnd(request); pair++) {
                sum += master.taken(pair);
            }
            if (!given.residual().isFixed(request) && !served.get(request) && Math.min(sum, 1 - sum) > mostDoubt) {
                mostDoubt = Math.min(sum, 1 - sum);
                doubtful = request;
            }
        }
        if (doubtful >= 0) {
            return new Decision[] {new Decision.Served(doubtful, true), new Decision.Served(doubtful, false)};
        }
        return Arrays.stream(given.offers().pair)
                .filter(pair -> !excluded.get(pair) && doubt(pair) > FRACTION)
                .boxed()
                .max(Comparator.comparingDouble(this::doubt))
                .map(pair -> onPair(master.requestOf(pair), pair))
                .orElse(new Decision[0]);
    }

    private double doubt(int pair) {
        return Math.min(master.taken(pair), 1 - master.taken(pair));
    }

    private static Decision[] onPair(int request, int pair) {
        return new Decision[] {new Decision.Taken(request, pair, true), new Decision.Taken(request, pair, false)};
    }

    /** Anything not decided yet, taken pairs first: the program sees no doubt, but its solution is no plan. */
    private Decision[] undecided(BitSet excluded, BitSet served, boolean advised) {
        int[] free = IntStream.range(0, problem.requests())
                .filter(request -> !given.residual().isFixed(request) && !isDecided(request, excluded, served))
                .toArray();
        for (int request : advised ? free : new int[0]) {
            for (int pair = problem.pairsFrom(request); pair < problem.pairsEnd(request); pair++) {
                if (master.taken(pair) > 0.5 && !excluded.get(pair)) {
                    return onPair(request, pair);
                }
            }
        }
        return Arrays.stream(free)
                .mapToObj(request -> onPair(request, firstOpen(request, excluded)))
                .findFirst()
                .orElse(new Decision[0]);
    }

    private int firstOpen(int request, BitSet excluded) {
        return excluded.nextClearBit(problem.pairsFrom(request));
    }

    private boolean isDecided(int request, BitSet excluded, BitSet served) {
        int pair = firstOpen(request, excluded);
        int end = problem.pairsEnd(request);
        return pair >= end || served.get(request) && excluded.nextClearBit(pair + 1) >= end;
    }

    /** Whether exactly one plan is left when every request is decided, and which. */
    SinglePlan only(BitSet excluded, BitSet served) {
        boolean allThere =
                served.stream().allMatch(request -> firstOpen(request, excluded) < problem.pairsEnd(request));
        return allThere
                ? SinglePlan.of(
                        problem,
                        given.residual(),
                        served.stream()
                                .map(request -> firstOpen(request, excluded))
                                .toArray())
                : new SinglePlan.NotPossible();
    }
}
