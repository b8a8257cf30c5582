package nl.koppelwerk.solver;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.problem.SubProblems;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.PairOrder;

/**
 * Betters the plan of a problem that is too large to search at once, region by region, all cores at the same time, the
 * regions drawn anew each round.
 */
final class RegionOptimiser {

    /** Those that a region is grown around; with what they bring along it comes to two or three times as many. */
    private static final int REGION_REQUESTS = 400;

    private static final int CORE_PAIRS = 12;

    /** A round that gains less than this share of either level is the last. */
    private static final double LEAST_GAIN = 1e-5;

    private final PieceOptimiser pieces;
    private final Settings settings;
    private final Hands hands;

    RegionOptimiser(PieceOptimiser pieces, Settings settings, Hands hands) {
        this.pieces = pieces;
        this.settings = settings;
        this.hands = hands;
    }

    /** At least as good a plan as {@code start}; ends after the rounds set, or a round that betters next to nothing. */
    Plan improve(Problem problem, Plan start, PairOrder order, Stopwatch stopwatch, Consumer<PlanValue> better) {
        SubProblem core = coreOf(problem, start, order);
        Plan inCore = core.cutFrom(start);
        PairOrder coreOrder = PairOrder.inPiece(core, order.ranks());
        Regions regions = new Regions(core.problem(), coreOrder);
        PlanValue value = Ledger.of(core.problem(), inCore).value();
        boolean gains = true;
        for (int round = 0; gains && round < settings.rounds() && !stopwatch.isOver(); round++) {
            long seed = settings.seed() * 31 + round;
            List<SubProblem> cut = regions.cut(inCore, REGION_REQUESTS, seed);
            inCore = new Round(coreOrder.ranks(), seed, stopwatch, new BestSoFar(value, better)).plan(cut, inCore);
            PlanValue after = Ledger.of(core.problem(), inCore).value();
            gains = isWorthAnother(value, after);
            value = after;
        }
        Plan plan = new Plan(start.pair().clone(), start.dayParts().clone());
        core.copyInto(plan, inCore);
        return plan;
    }

    private static boolean isWorthAnother(PlanValue before, PlanValue after) {
        return after.servedWeight() - before.servedWeight() > LEAST_GAIN * before.servedWeight()
                || after.servedWeight() >= before.servedWeight()
                        && after.fit() - before.fit() > LEAST_GAIN * Math.abs(before.fit());
    }

    /** All regions of one division. */
    private final class Round {

        private final int[] ranks;
        private final long seed;
        private final Stopwatch stopwatch;
        private final BestSoFar bestSoFar;

        Round(int[] ranks, long seed, Stopwatch stopwatch, BestSoFar bestSoFar) {
            this.ranks = ranks;
            this.seed = seed;
            this.stopwatch = stopwatch;
            this.bestSoFar = bestSoFar;
        }

        Plan plan(List<SubProblem> cut, Plan held) {
            List<PieceTask.Region> tasks = InParallel.map(settings.threads(), cut.size(), i -> task(cut.get(i), held));
            List<PieceAnswer> answers = hands.plan(new Pieces(
                    tasks,
                    settings,
                    stopwatch,
                    i -> heard(tasks.get(i), pieces.sweep(tasks.get(i), stopwatch)),
                    (i, answer) -> heard(tasks.get(i), answer)));
            Plan next = new Plan(held.pair().clone(), held.dayParts().clone());
            for (int i = 0; i < answers.size(); i++) {
                cut.get(i).copyInto(next, answers.get(i).plan());
                needed(answers.get(i));
            }
            return next;
        }

        private PieceTask.Region task(SubProblem region, Plan held) {
            PairOrder order = PairOrder.inPiece(region, ranks);
            return new PieceTask.Region(region.problem(), region.cutFrom(held), order, seed);
        }

        private PieceAnswer heard(PieceTask.Region region, PieceAnswer answer) {
            bestSoFar.add(PlanChecker.value(region.problem(), region.held()), answer.bound());
            return answer;
        }

        private void needed(PieceAnswer answer) {
            if (answer.clockWasNeeded()) {
                stopwatch.wasNeeded();
            }
        }
    }

    /** Adds up what regions gain while others are still at work; they share nothing, so gains add up. */
    private static final class BestSoFar {

        private final Consumer<PlanValue> better;
        private PlanValue best;

        BestSoFar(PlanValue best, Consumer<PlanValue> better) {
            this.best = best;
            this.better = better;
        }

        synchronized void add(PlanValue before, PlanValue after) {
            best = new PlanValue(
                    best.servedWeight() + after.servedWeight() - before.servedWeight(),
                    best.fit() + after.fit() - before.fit());
            better.accept(best);
        }
    }

    /** The most promising pairs of each request, and those that the plan takes. */
    private static SubProblem coreOf(Problem problem, Plan start, PairOrder order) {
        boolean[] keep = new boolean[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            int end = Math.min(problem.pairsEnd(r), problem.pairsFrom(r) + CORE_PAIRS);
            for (int place = problem.pairsFrom(r); place < end; place++) {
                keep[order.at(place)] = true;
            }
            if (start.pair()[r] >= 0) {
                keep[start.pair()[r]] = true;
            }
        }
        int[] all = new int[problem.requests()];
        Arrays.setAll(all, r -> r);
        return SubProblems.withNothingHeld(problem).of(all, p -> keep[p]);
    }
}
