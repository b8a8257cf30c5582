package nl.koppelwerk.solver;

import java.time.Duration;
import java.util.function.Consumer;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.exact.ExactSolver;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.solver.timefold.TimefoldSearch;

/** Betters the plan of a problem small enough to be searched as one. */
final class PieceOptimiser {

    private static final int NODES_A_REGION = 10;

    private final TimefoldSearch search = new TimefoldSearch();
    private final ExactSolver exact = new ExactSolver(System::nanoTime);
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

    /** Finishes the plan exactly as far as the nodes reach. */
    ExactResult finish(Problem problem, Plan start, int nodes, Stopwatch stopwatch) {
        ExactResult finished =
                exact.improve(problem, start, new Limits(nodes, stopwatch.left().toMillis()));
        if (finished.stoppedByClock()) {
            stopwatch.wasNeeded();
        }
        return finished;
    }

    /** Both, for a region that others wait for. */
    Plan improveQuickly(Problem problem, Plan start, PairOrder order, long seed, Stopwatch stopwatch) {
        Plan searched = improve(problem, start, order, seed, stopwatch, SimpleBound.of(problem), value -> {});
        return stopwatch.isOver()
                ? searched
                : finish(problem, searched, NODES_A_REGION, stopwatch).plan();
    }
}
