package nl.koppelwerk.solver;

import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/** The bound that needs no thought: everybody who can be served is, each by the best pair. */
final class SimpleBound {

    private SimpleBound() {}

    static PlanValue of(Problem problem) {
        long weight = 0;
        long fit = 0;
        for (int r = 0; r < problem.requests(); r++) {
            if (problem.pairsFrom(r) < problem.pairsEnd(r)) {
                long best = bestValue(problem, r);
                weight += problem.requestWeight()[r];
                fit += problem.isFixed(r) ? best : Math.max(0, best);
            }
        }
        return new PlanValue(weight, fit);
    }

    private static long bestValue(Problem problem, int r) {
        if (problem.isFixed(r)) {
            return problem.pairValue()[problem.fixedPair()[r]];
        }
        long best = Long.MIN_VALUE;
        for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
            best = Math.max(best, problem.pairValue()[p]);
        }
        return best;
    }
}
