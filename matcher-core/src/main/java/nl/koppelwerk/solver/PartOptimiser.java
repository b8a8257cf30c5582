package nl.koppelwerk.solver;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.koppelwerk.exact.CoreProgram;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;

/** Plans one independent part: a first plan, its bound, and a search between the two. */
final class PartOptimiser {

    static final int SEARCHED_AS_ONE = 5_000;
    private static final int BRANCHED_REQUESTS = 400_000;

    private final Settings settings;
    private final Stopwatch stopwatch;
    private final Hands hands;
    private final PieceOptimiser pieces;

    /** @param hands plan the regions of a large part */
    PartOptimiser(Settings settings, Stopwatch stopwatch, Hands hands) {
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.hands = hands;
        this.pieces = new PieceOptimiser(settings.steps());
    }

    PieceAnswer plan(PieceTask.Part part, BiConsumer<PlanValue, PlanValue> progress) {
        double begun = stopwatch.seconds();
        Problem problem = part.problem();
        PlanValue bound = part.bound();
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        boolean isLarge = problem.requests() > SEARCHED_AS_ONE;
        PairOrder order = begin(part, ledger, isLarge);
        progress.accept(ledger.value(), bound);
        if (problem.requests() == 1 || ledger.value().equals(bound)) {
            return answer(ledger.plan(), ledger.value(), begun);
        }
        Consumer<PlanValue> better = value -> progress.accept(value, bound);
        if (isLarge) {
            Plan plan = new RegionOptimiser(pieces, settings, hands)
                    .improve(problem, ledger.plan(), order, stopwatch, better);
            return answer(plan, bound, begun);
        }
        boolean assigns = CoreProgram.fits(problem);
        PlanValue goal = assigns ? new PlanValue(bound.servedWeight(), Long.MIN_VALUE) : bound;
        Plan searched = pieces.sweep(problem, ledger.plan(), order, settings.seed(), stopwatch, goal, better);
        if (assigns) {
            Assigning.Assigned assigned = new Assigning(problem, settings, stopwatch).finish(searched, bound, progress);
            return answer(assigned.plan(), assigned.bound(), begun);
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
        return answer(plan, proved, begun);
    }

    /** A small part is begun greedily: that serves a little more, and what it fits less is soon mended. */
    private static PairOrder begin(PieceTask.Part part, Ledger ledger, boolean isLarge) {
        if (part.problem().requests() == 1) {
            PairOrder byValue = PairOrder.byValue(part.problem());
            Opening.fillGreedily(ledger, byValue);
            return byValue;
        }
        Advice advice = Advice.at(part.prices(), part.problem());
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

    private PieceAnswer answer(Plan plan, PlanValue bound, double begun) {
        return new PieceAnswer(plan, bound, stopwatch.hasBeenNeeded(), stopwatch.seconds() - begun);
    }
}
