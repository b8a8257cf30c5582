package nl.koppelwerk.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.exact.AssignmentPrices;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/**
 * Finishes a generalised assignment: a bound from its linear program, a good plan by annealing and integer programs, a try
 * to prove it, and again integer programs as long as there is time.
 */
final class Assigning {

    private static final int PROGRAM_NODES = 2_000;
    private static final int ROUNDS = 6;
    private static final int SHARE_OF_PROOF = 30;
    private static final int ANNEALING = 40;
    private static final int PREPARING = 50;
    private static final int BLOCKS = 250_000;
    private static final int FEWER_BLOCKS = 10_000;

    /** For each agent; with fewer there are too few ways to divide them for annealing to gain. */
    private static final int FEWEST_JOBS = 8;

    private final Problem problem;
    private final Settings settings;
    private final Stopwatch stopwatch;

    Assigning(Problem problem, Settings settings, Stopwatch stopwatch) {
        this.problem = problem;
        this.settings = settings;
        this.stopwatch = stopwatch;
    }

    record Assigned(Plan plan, PlanValue bound) {}

    /** @param bound no plan is worth more */
    Assigned finish(Plan start, PlanValue bound, BiConsumer<PlanValue, PlanValue> progress) {
        Optional<AssignmentPrices> linear =
                AssignmentPrices.of(problem, Math.max(1, stopwatch.left().toMillis() / 2));
        if (linear.isEmpty()) {
            ExactResult exact = prove(start, 100, (best, proved) -> progress.accept(best, proved.atMost(bound)));
            return new Assigned(exact.plan(), exact.bound().atMost(bound));
        }
        Plan annealed = anneal(start, linear.get(), best -> progress.accept(best, bound));
        Prices prices = new BoundSearch(problem, effort()).near(linear.get().prices(), everything());
        AssignmentOptimiser programs = new AssignmentOptimiser(problem, losses(prices), settings, stopwatch);
        PlanValue complete = new PlanValue(everything(), bound(prices, everything()));
        Plan plan = programs.improve(annealed, complete, 1, PROGRAM_NODES, best -> progress.accept(best, complete));
        PlanValue known = new PlanValue(bound.servedWeight(), Math.min(bound.fit(), bound(prices, served(plan))));
        if (worth(plan).equals(known)) {
            return new Assigned(plan, known);
        }
        ExactResult exact = prove(
                plan,
                isWithoutEnd() ? SHARE_OF_PROOF : 100,
                (best, proved) -> progress.accept(best, proved.atMost(known)));
        PlanValue proved = exact.bound().atMost(known);
        int rounds = isWithoutEnd() ? Integer.MAX_VALUE : ROUNDS;
        Consumer<PlanValue> better = best -> progress.accept(best, proved);
        better.accept(new PlanValue(exact.first(), exact.second()));
        return new Assigned(
                exact.proven() ? exact.plan() : programs.improve(exact.plan(), proved, rounds, PROGRAM_NODES, better),
                proved);
    }

    private boolean isWithoutEnd() {
        return settings.nodes() == Settings.UNLIMITED;
    }

    private ExactResult prove(Plan plan, int percentOfTimeLeft, BiConsumer<PlanValue, PlanValue> progress) {
        Limits limits = new Limits(settings.nodes(), stopwatch.left().toMillis() * percentOfTimeLeft / 100);
        return PieceOptimiser.finish(problem, plan, limits, stopwatch, progress);
    }

    /** Again and again from the best so far, on two threads, until that gains nothing or others need the time. */
    private Plan anneal(Plan start, AssignmentPrices linear, Consumer<PlanValue> better) {
        Plan best = start;
        boolean gains = served(start) == everything() && problem.requests() >= FEWEST_JOBS * problem.volunteers();
        for (int round = 0; gains && !stopwatch.isOver(ANNEALING); round++) {
            Plan from = best;
            long seed = settings.seed() * 31 + round;
            List<Plan> found = InParallel.map(
                    settings.threads(),
                    2,
                    i -> BlockSearch.anneal(
                            problem,
                            linear.perHour(),
                            from,
                            blocks(),
                            2 * seed + i,
                            () -> stopwatch.isOver(ANNEALING)));
            best = Stream.concat(found.stream(), Stream.of(from))
                    .max(Comparator.comparing(this::worth))
                    .orElseThrow();
            gains = worth(best).compareTo(worth(from)) > 0;
            better.accept(worth(best));
        }
        return best;
    }

    private int blocks() {
        return isWithoutEnd() ? BLOCKS : FEWER_BLOCKS;
    }

    private BoundSearch.Effort effort() {
        return new BoundSearch.Effort(settings.priceSteps(), 1, () -> stopwatch.isOver(PREPARING));
    }

    private PairLosses losses(Prices prices) {
        return new PairLosses(problem, new PricedBound(problem, new Residual(problem), prices));
    }

    private long bound(Prices prices, long served) {
        return PricedBound.secondBound(problem, prices, served);
    }

    private long everything() {
        return Arrays.stream(problem.requestWeight()).sum();
    }

    private long served(Plan plan) {
        return worth(plan).servedWeight();
    }

    private PlanValue worth(Plan plan) {
        return PlanChecker.value(problem, plan);
    }
}
