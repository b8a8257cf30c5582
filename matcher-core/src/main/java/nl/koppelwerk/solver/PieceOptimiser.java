package nl.koppelwerk.solver;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.exact.ExactSolver;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.solver.timefold.TimefoldSearch;

/** Betters the plan of a problem small enough to be searched as one. */
final class PieceOptimiser {

    private static final int SWEEP_MOVES = 30;
    private static final int SHARE_OF_EXACT = 80;

    private final TimefoldSearch search = new TimefoldSearch();
    private final int steps;

    PieceOptimiser(int steps) {
        this.steps = steps;
    }

    /** A short search, for what the first sweeps of chains find. */
    Plan sweep(
            Problem problem,
            Plan start,
            PairOrder order,
            long seed,
            Stopwatch stopwatch,
            PlanValue goal,
            Consumer<PlanValue> better) {
        long moves = steps == 0 ? 0 : SWEEP_MOVES + problem.requests() / 8;
        return search(problem, start, order, seed, stopwatch, new Aim(moves, goal, better));
    }

    /** The same for a region: at least as good a plan as the one held. */
    PieceAnswer sweep(PieceTask.Region region, Stopwatch stopwatch) {
        double begun = stopwatch.seconds();
        Problem problem = region.problem();
        PlanValue goal = SimpleBound.of(problem);
        Plan plan = sweep(problem, region.held(), region.order(), region.seed(), stopwatch, goal, value -> {});
        return new PieceAnswer(
                plan, PlanChecker.value(problem, plan), stopwatch.hasBeenNeeded(), stopwatch.seconds() - begun);
    }

    /** A long search, for what is left when the rest is not done exactly. */
    Plan improve(
            Problem problem,
            Plan start,
            PairOrder order,
            long seed,
            Stopwatch stopwatch,
            PlanValue goal,
            Consumer<PlanValue> better) {
        long moves = (long) steps * problem.requests();
        return search(problem, start, order, seed, stopwatch, new Aim(moves, goal, better));
    }

    private record Aim(long moves, PlanValue goal, Consumer<PlanValue> better) {}

    private Plan search(Problem problem, Plan start, PairOrder order, long seed, Stopwatch stopwatch, Aim aim) {
        Duration left = stopwatch.left();
        if (left.isZero() || aim.moves() == 0) {
            return start;
        }
        TimefoldSearch.Limits limits = new TimefoldSearch.Limits(aim.moves(), left, aim.goal());
        Plan plan = search.improve(problem, start, order, seed, limits, aim.better());
        stopwatch.left();
        return plan;
    }

    /** Finishes the plan exactly as far as the nodes reach, in most of the time left. */
    static ExactResult finish(
            Problem problem, Plan start, int nodes, Stopwatch stopwatch, BiConsumer<PlanValue, PlanValue> progress) {
        Limits limits = new Limits(nodes, stopwatch.left().toMillis() * SHARE_OF_EXACT / 100);
        return finish(problem, start, limits, stopwatch, progress);
    }

    static ExactResult finish(
            Problem problem,
            Plan start,
            Limits limits,
            Stopwatch stopwatch,
            BiConsumer<PlanValue, PlanValue> progress) {
        ExactResult finished = new ExactSolver(stopwatch::nanos, progress).improve(problem, start, limits);
        if (finished.stoppedByClock()) {
            stopwatch.wasNeeded();
        }
        return finished;
    }
}
