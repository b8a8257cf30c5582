package nl.koppelwerk.solver;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.problem.Plan;
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

    private static final int REGION_REQUESTS = 1_000;
    private static final int CORE_PAIRS = 24;
    private static final int NODES = 10;

    private final PieceOptimiser pieces;
    private final Settings settings;

    RegionOptimiser(PieceOptimiser pieces, Settings settings) {
        this.pieces = pieces;
        this.settings = settings;
    }

    /** At least as good a plan as {@code start}: a round of sweeps, then rounds finished exactly; ends after the rounds set, or a round that betters nothing. */
    Plan improve(Problem problem, Plan start, PairOrder order, Stopwatch stopwatch, Consumer<PlanValue> better) {
        SubProblem core = coreOf(problem, start, order);
        Plan inCore = core.cutFrom(start);
        PairOrder coreOrder = PairOrder.inPiece(core, order.ranks());
        int[] ranks = coreOrder.ranks();
        Regions regions = new Regions(core.problem(), coreOrder);
        PlanValue value = Ledger.of(core.problem(), inCore).value();
        for (int round = 0; round < settings.rounds() && !stopwatch.isOver(); round++) {
            long seed = settings.seed() * 31 + round;
            PlanValue before = value;
            List<SubProblem> cut = regions.cut(inCore, REGION_REQUESTS, seed);
            Plan held = inCore;
            int nodes = round == 0 ? 0 : NODES;
            List<Plan> plans = InParallel.map(
                    settings.threads(), cut.size(), i -> plan(cut.get(i), held, ranks, seed, nodes, stopwatch));
            Plan next = new Plan(inCore.pair().clone(), inCore.dayParts().clone());
            for (int i = 0; i < plans.size(); i++) {
                cut.get(i).copyInto(next, plans.get(i));
            }
            inCore = next;
            value = Ledger.of(core.problem(), inCore).value();
            better.accept(value);
            if (nodes > 0 && value.equals(before)) {
                break;
            }
        }
        Plan plan = new Plan(start.pair().clone(), start.dayParts().clone());
        core.copyInto(plan, inCore);
        return plan;
    }

    private Plan plan(SubProblem region, Plan held, int[] ranks, long seed, int nodes, Stopwatch stopwatch) {
        PairOrder order = PairOrder.inPiece(region, ranks);
        return pieces.improveQuickly(region.problem(), region.cutFrom(held), order, seed, nodes, stopwatch);
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
