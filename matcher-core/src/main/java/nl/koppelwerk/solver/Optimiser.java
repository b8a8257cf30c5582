package nl.koppelwerk.solver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.problem.Parts;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;

/**
 * Plans a problem: splits it into independent parts, plans each on its own, all cores at once, and joins the answers.
 *
 * <p>Every plan that it returns has passed {@link PlanChecker}.
 */
public final class Optimiser {

    private final Clock clock;
    private final PartOptimiser parts;

    public Optimiser(Clock clock) {
        this.clock = clock;
        this.parts = new PartOptimiser(clock);
    }

    /** @throws nl.koppelwerk.problem.InvalidProblemException when the problem contradicts itself */
    public Result optimise(Problem problem, Settings settings, Progress progress) {
        Instant start = clock.instant();
        problem.validated();
        Optional<Ledger> fixed = Opening.withFixedPairs(problem);
        if (fixed.isEmpty()) {
            return nothingPossible(problem, start);
        }
        List<SubProblem> pieces = Parts.of(problem);
        Instant deadline = start.plus(settings.timeLimit());
        List<PartOptimiser.Outcome> outcomes = InParallel.map(
                settings.threads(),
                pieces.size(),
                part -> parts.plan(
                        pieces.get(part).problem(),
                        settings,
                        deadline,
                        (best, bound) -> progress.report(new Progress.State(part, pieces.size(), best, bound))));
        return join(problem, pieces, outcomes, start);
    }

    private Result join(Problem problem, List<SubProblem> pieces, List<PartOptimiser.Outcome> outcomes, Instant start) {
        Plan plan = nobodyServed(problem);
        PlanValue bound = PlanValue.ZERO;
        boolean optimal = true;
        boolean clockWasNeeded = false;
        for (int i = 0; i < pieces.size(); i++) {
            PartOptimiser.Outcome outcome = outcomes.get(i);
            pieces.get(i).copyInto(plan, outcome.plan());
            bound = bound.plus(outcome.part().bound());
            optimal &= outcome.part().status() == Status.OPTIMAL;
            clockWasNeeded |= outcome.clockWasNeeded();
        }
        return new Result(
                plan,
                checkedValue(problem, plan),
                bound,
                optimal ? Status.OPTIMAL : Status.FEASIBLE,
                clockWasNeeded,
                secondsSince(start),
                outcomes.stream().map(PartOptimiser.Outcome::part).toList());
    }

    private Result nothingPossible(Problem problem, Instant start) {
        return new Result(
                nobodyServed(problem),
                PlanValue.ZERO,
                PlanValue.ZERO,
                Status.INFEASIBLE,
                false,
                secondsSince(start),
                List.of());
    }

    private static PlanValue checkedValue(Problem problem, Plan plan) {
        List<String> breaches = PlanChecker.breaches(problem, plan);
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(
                    "the plan breaks %d rules, the first: %s".formatted(breaches.size(), breaches.getFirst()));
        }
        return PlanChecker.value(problem, plan);
    }

    private static Plan nobodyServed(Problem problem) {
        int[] pair = new int[problem.requests()];
        Arrays.fill(pair, -1);
        return new Plan(pair, new long[problem.requests()]);
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, clock.instant()).toNanos() / 1e9;
    }
}
