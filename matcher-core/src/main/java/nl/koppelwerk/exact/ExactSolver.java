package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/** Improves a plan until it is shown to be optimal, first level first, then the second with the first held. */
public final class ExactSolver {

    private static final int PRICE_STEPS = 60;
    private static final long UNKNOWN = Long.MAX_VALUE / 2;
    private static final int START_SETS = 3;

    private final LongSupplier nanoTime;
    private final BiConsumer<PlanValue, PlanValue> progress;

    /** @param nanoTime the clock of the safety net, such as {@code System::nanoTime} */
    public ExactSolver(LongSupplier nanoTime) {
        this(nanoTime, (best, bound) -> {});
    }

    /** @param progress told the best plan's value and the bound after each branch */
    public ExactSolver(LongSupplier nanoTime, BiConsumer<PlanValue, PlanValue> progress) {
        this.nanoTime = nanoTime;
        this.progress = progress;
    }

    /** Starts from the fixed pairs alone; empty when even their day-parts cannot be arranged. */
    public Optional<ExactResult> solve(Problem problem, Limits limits) {
        return new Rounding(problem, new Residual(problem))
                .plan(new int[0])
                .map(plan -> improve(problem, plan, limits));
    }

    /** Starts from a plan that keeps every limit; gives one at least as good. */
    public ExactResult improve(Problem problem, Plan incumbent, Limits limits) {
        Given given = Given.of(problem);
        BooleanSupplier clock = clock(limits);
        BoundSearch search = new BoundSearch(problem, new BoundSearch.Effort(PRICE_STEPS, 1, clock));
        FirstLevel first = firstLevel(given, search.firstLevel(), Scored.of(problem, incumbent), limits, clock);
        long held = first.best().first();
        Prices prices = search.secondLevel(held);
        Level level = Level.second(problem, held);
        try (Tree tree = new Tree(given, level, first.best(), first.parts())) {
            tree.startFrom(bundles(given, prices, first.best().plan()));
            tree.search(limits.nodes(), clock, fit -> tell(tree.best(), first.bound(), fit));
            Scored best = tree.best();
            return new ExactResult(
                    best.plan(),
                    best.first(),
                    best.second(),
                    Math.max(first.bound(), best.first()),
                    Math.min(tree.bound(), PricedBound.secondBound(problem, prices, held)),
                    first.nodes() + tree.nodes(),
                    clock.getAsBoolean());
        }
    }

    /** What the first level's search leaves for the second's: parts that together hold every plan that ties. */
    private record FirstLevel(Scored best, long bound, int nodes, List<Branch> parts) {}

    private void tell(Scored best, long firstBound, long secondBound) {
        progress.accept(
                new PlanValue(best.first(), best.second()),
                new PlanValue(Math.max(firstBound, best.first()), Math.max(secondBound, best.second())));
    }

    private FirstLevel firstLevel(Given given, Prices prices, Scored incumbent, Limits limits, BooleanSupplier clock) {
        Level level = Level.first(given.problem());
        Branch everything = new Branch(null, new Branch.Decision.Everything(), UNKNOWN, 0);
        try (Tree tree = new Tree(given, level, incumbent, List.of(everything))) {
            tree.startFrom(bundles(given, prices, incumbent.plan()));
            tree.search(limits.nodes(), clock, served -> tell(tree.best(), served, Long.MAX_VALUE));
            long reached = tree.best().first();
            List<Branch> parts = tree.parts().stream()
                    .filter(part -> level.unscaled(part.value()) >= reached)
                    .map(part -> new Branch(part.parent(), part.decision(), UNKNOWN, part.depth()))
                    .toList();
            long bound = Math.min(tree.bound(), PricedBound.firstBound(given.problem(), prices));
            return new FirstLevel(tree.best(), bound, tree.nodes(), parts);
        }
    }

    /** Sets to start from: those of the plan, and the best of every volunteer at these prices. */
    private static List<Bundle> bundles(Given given, Prices prices, Plan plan) {
        List<Bundle> bundles = new ArrayList<>();
        Map<Integer, List<Integer>> taken = new TreeMap<>();
        for (int request = 0; request < given.problem().requests(); request++) {
            int pair = plan.pair()[request];
            if (pair >= 0 && !given.residual().isFixed(request)) {
                taken.computeIfAbsent(given.problem().pairVolunteer()[pair], _ -> new ArrayList<>())
                        .add(pair);
            }
        }
        taken.forEach((volunteer, pairs) -> bundles.add(
                new Bundle(volunteer, pairs.stream().mapToInt(pair -> pair).toArray())));
        SetRows none = new SetRows(given.problem().pairs());
        new Pricing(given, prices, new SetCount(none, new long[0]), new BitSet())
                .find(new long[given.problem().volunteers()], START_SETS, bundles::add);
        return bundles;
    }

    private BooleanSupplier clock(Limits limits) {
        long from = nanoTime.getAsLong();
        return () -> nanoTime.getAsLong() - from > limits.millis() * 1_000_000;
    }
}
