package nl.koppelwerk.solver;

import java.time.Duration;
import java.util.function.Consumer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.solver.timefold.TimefoldSearch;

/** Betters the plan of a problem small enough to be searched as one. */
final class PieceOptimiser {

    private final TimefoldSearch search = new TimefoldSearch();
    private final int steps;

    PieceOptimiser(int steps) {
        this.steps = steps;
    }

    Plan improve(
            Problem problem,
            Plan start,
            PairOrder order,
            long seed,
            Stopwatch stopwatch,
            PlanValue goal,
            Consumer<PlanValue> better) {
        Duration left = stopwatch.left();
        long moves = (long) steps * problem.requests();
        if (left.isZero() || moves == 0) {
            return start;
        }
        Plan plan = search.improve(problem, start, order, seed, new TimefoldSearch.Limits(moves, left, goal), better);
        stopwatch.left();
        return plan;
    }

    /** As above, for a region that others wait for. */
    Plan improveQuickly(Problem problem, Plan start, PairOrder order, long seed, Stopwatch stopwatch) {
        PlanValue goal = SimpleBound.of(problem);
        return improve(problem, start, order, seed, stopwatch, goal, value -> {});
    }
}
