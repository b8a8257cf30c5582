package nl.koppelwerk.solver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.problem.Parts;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Opening;

/**
 * Plans a problem: splits it into independent parts, plans each on its own, all cores at once, and joins the answers.
 *
 * <p>Every plan that it returns has passed {@link PlanChecker}.
 */
public final class Optimiser {

    private final Clock clock;
    private final Hands hands;

    public Optimiser(Clock clock) {
        this(clock, Hands.OWN);
    }

    /** @param hands plan the parts; whoever does it, the answer is the same */
    public Optimiser(Clock clock, Hands hands) {
        this.clock = clock;
        this.hands = hands;
    }

    /** @throws nl.koppelwerk.problem.InvalidProblemException when the problem contradicts itself */
    public Result optimise(Problem problem, Settings settings, Progress progress) {
        Stopwatch stopwatch = new Stopwatch(clock, settings.timeLimit());
        problem.validated();
        if (Opening.withFixedPairs(problem).isEmpty()) {
            return nothingPossible(problem, stopwatch);
        }
        List<SubProblem> pieces = Parts.of(problem);
        Guide guide = new Guide(problem, settings, stopwatch);
        List<PieceTask.Part> tasks =
                InParallel.map(settings.threads(), pieces.size(), part -> guide.task(pieces.get(part)));
        List<PieceAnswer> answers = hands.plan(parts(tasks, settings, stopwatch, progress));
        Plan plan = Plan.empty(problem.requests());
        List<Result.Part> parts = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            pieces.get(i).copyInto(plan, answers.get(i).plan());
            parts.add(part(tasks.get(i).problem(), answers.get(i)));
            if (answers.get(i).clockWasNeeded()) {
                stopwatch.wasNeeded();
            }
        }
        return judge(problem, plan, guide, parts, stopwatch);
    }

    private Pieces parts(List<PieceTask.Part> tasks, Settings settings, Stopwatch stopwatch, Progress progress) {
        PartOptimiser parts = new PartOptimiser(settings, stopwatch, hands);
        return new Pieces(
                tasks,
                settings,
                stopwatch,
                i -> parts.plan(
                        tasks.get(i),
                        (best, bound) -> progress.report(new Progress.State(i, tasks.size(), best, bound))),
                (i, answer) -> progress.report(new Progress.State(
                        i, tasks.size(), PlanChecker.value(tasks.get(i).problem(), answer.plan()), answer.bound())));
    }

    private static Result.Part part(Problem problem, PieceAnswer answer) {
        PlanValue value = PlanChecker.value(problem, answer.plan());
        return new Result.Part(
                problem.requests(),
                problem.volunteers(),
                problem.pairs(),
                value,
                answer.bound(),
                value.equals(answer.bound()) ? Status.OPTIMAL : Status.FEASIBLE,
                answer.seconds());
    }

    private static Result judge(Problem problem, Plan plan, Guide guide, List<Result.Part> parts, Stopwatch stopwatch) {
        PlanValue value = checkedValue(problem, plan);
        boolean optimal = parts.stream().allMatch(part -> part.status() == Status.OPTIMAL);
        Certificate certificate = guide.certificate(value.servedWeight());
        PlanValue bound = bound(value, parts, certificate);
        return new Result(
                plan,
                value,
                optimal ? value : bound,
                optimal || value.equals(bound) ? Status.OPTIMAL : Status.FEASIBLE,
                Optional.of(certificate),
                stopwatch.hasBeenNeeded(),
                stopwatch.seconds(),
                parts);
    }

    /** Parts bound the fit together only when none can serve more: else one might, so that another may serve less. */
    static PlanValue bound(PlanValue value, List<Result.Part> parts, Certificate certificate) {
        PlanValue ofParts = boundOfParts(parts);
        boolean nobodyServesMore = ofParts.servedWeight() == value.servedWeight();
        return new PlanValue(
                Math.min(ofParts.servedWeight(), certificate.firstBound()),
                nobodyServesMore ? Math.min(ofParts.fit(), certificate.secondBound()) : certificate.secondBound());
    }

    private static PlanValue boundOfParts(List<Result.Part> parts) {
        PlanValue sum = PlanValue.ZERO;
        for (Result.Part part : parts) {
            sum = sum.plus(part.bound());
        }
        return sum;
    }

    private static Result nothingPossible(Problem problem, Stopwatch stopwatch) {
        return new Result(
                Plan.empty(problem.requests()),
                PlanValue.ZERO,
                PlanValue.ZERO,
                Status.INFEASIBLE,
                Optional.empty(),
                false,
                stopwatch.seconds(),
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
}
