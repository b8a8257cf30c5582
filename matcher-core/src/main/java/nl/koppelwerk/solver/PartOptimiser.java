package nl.koppelwerk.solver;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.koppelwerk.exact.CoreProgram;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;

/** Plans one independent part: a first plan, its bound, and a search between the two. */
final class PartOptimiser {

    private static final int SEARCHED_AS_ONE = 5_000;
    private static final int BRANCHED_REQUESTS = 400_000;

    private final Guide guide;
    private final Settings settings;
    private final Stopwatch stopwatch;
    private final PieceOptimiser pieces;

    PartOptimiser(Guide guide, Settings settings, Stopwatch stopwatch) {
        this.guide = guide;
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.pieces = new PieceOptimiser(settings.steps());
    }

    record Outcome(Plan plan, Result.Part part) {}

    Outcome plan(SubProblem piece, BiConsumer<PlanValue, PlanValue> progress) {
        double begun = stopwatch.seconds();
        Problem problem = piece.problem();
        PlanValue simple = SimpleBound.of(problem);
        PlanValue bound = new PlanValue(Math.min(simple.servedWeight(), guide.firstBound(piece)), simple.fit());
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        boolean isLarge = problem.requests() > SEARCHED_AS_ONE;
        PairOrder order = begin(piece, ledger, isLarge);
        progress.accept(ledger.value(), bound);
        if (problem.requests() == 1 || ledger.value().equals(bound)) {
            return outcome(problem, ledger.plan(), ledger.value(), begun);
        }
        Consumer<PlanValue> better = value -> progress.accept(value, bound);
        if (isLarge) {
            Plan plan = new RegionOptimiser(pieces, settings).improve(problem, ledger.plan(), order, stopwatch, better);
            return outcome(problem, plan, bound, begun);
        }
        boolean assigns = CoreProgram.fits(problem);
        PlanValue goal = assigns ? new PlanValue(bound.servedWeight(), Long.MIN_VALUE) : bound;
        Plan searched = pieces.sweep(problem, ledger.plan(), order, settings.seed(), stopwatch, goal, better);
        if (assigns) {
            Assigning.Assigned assigned = new Assigning(problem, settings, stopwatch).finish(searched, bound, progress);
            return outcome(problem, assigned.plan(), assigned.bound(), begun);
        }
        ExactResult exact = PieceOptimiser.finish(
                problem,
                searched,
                nodes(problem),
                stopwatch,
                (best, known) -> progress.accept(best, known.atMost(bound)));
        PlanValue proved = exact.bound().atMost(bound);
        progress.accept(new PlanValue(exact.first(), exact.second()), proved);
        Plan plan = exact.proven()
                ? exact.plan()
                : pieces.improve(
                        problem,
                        exact.plan(),
                        order,
                        settings.seed() + 1,
                        stopwatch,
                        proved,
                        value -> progress.accept(value, proved));
        return outcome(problem, plan, proved, begun);
    }

    /** A small part is begun greedily: that serves a little more, and what it fits less is soon mended. */
    private PairOrder begin(SubProblem piece, Ledger ledger, boolean isLarge) {
        if (piece.problem().requests() == 1) {
            PairOrder byValue = PairOrder.byValue(piece.problem());
            Opening.fillGreedily(ledger, byValue);
            return byValue;
        }
        Advice advice = guide.advice(piece);
        if (isLarge) {
            advice.begin(ledger);
        } else {
            Opening.fillGreedily(ledger, advice.order());
        }
        return advice.order();
    }

    /** A branch takes the longer the larger the part. */
    private int nodes(Problem problem) {
        return settings.nodes() == Settings.UNLIMITED
                ? Settings.UNLIMITED
                : Math.min(settings.nodes(), BRANCHED_REQUESTS / problem.requests());
    }

    private Outcome outcome(Problem problem, Plan plan, PlanValue bound, double begun) {
        PlanValue value = Ledger.of(problem, plan).value();
        return new Outcome(
                plan,
                new Result.Part(
                        problem.requests(),
                        problem.volunteers(),
                        problem.pairs(),
                        value,
                        bound,
                        value.equals(bound) ? Status.OPTIMAL : Status.FEASIBLE,
                        stopwatch.seconds() - begun));
    }
}
