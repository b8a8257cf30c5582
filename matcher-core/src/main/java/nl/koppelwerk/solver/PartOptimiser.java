package nl.koppelwerk.solver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.solver.timefold.TimefoldSearch;

/** Plans one independent part: a first plan, its bound, and a search between the two. */
final class PartOptimiser {

    private final Clock clock;
    private final TimefoldSearch search = new TimefoldSearch();

    PartOptimiser(Clock clock) {
        this.clock = clock;
    }

    record Outcome(Plan plan, Result.Part part, boolean clockWasNeeded) {}

    Outcome plan(Problem problem, Settings settings, Instant deadline, BiConsumer<PlanValue, PlanValue> progress) {
        Instant start = clock.instant();
        PlanValue bound = SimpleBound.of(problem);
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger);
        progress.accept(ledger.value(), bound);
        Plan plan = ledger.plan();
        if (problem.requests() > 1 && ledger.value().compareTo(bound) < 0) {
            plan = search(problem, plan, settings, deadline, bound, progress);
        }
        PlanValue value = Ledger.of(problem, plan).value();
        Instant end = clock.instant();
        boolean optimal = value.equals(bound) || problem.requests() == 1;
        return new Outcome(
                plan,
                new Result.Part(
                        problem.requests(),
                        problem.volunteers(),
                        problem.pairs(),
                        value,
                        optimal ? value : bound,
                        optimal ? Status.OPTIMAL : Status.FEASIBLE,
                        Duration.between(start, end).toNanos() / 1e9),
                end.isAfter(deadline));
    }

    private Plan search(
            Problem problem,
            Plan start,
            Settings settings,
            Instant deadline,
            PlanValue bound,
            BiConsumer<PlanValue, PlanValue> progress) {
        Duration left = Duration.between(clock.instant(), deadline);
        long moves = (long) settings.steps() * problem.requests();
        if (left.isNegative() || moves == 0) {
            return start;
        }
        return search.improve(
                problem,
                start,
                PairOrder.byValue(problem),
                settings.seed(),
                new TimefoldSearch.Limits(moves, left, bound),
                value -> progress.accept(value, bound));
    }
}
