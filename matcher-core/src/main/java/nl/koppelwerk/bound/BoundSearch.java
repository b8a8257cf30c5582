package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import nl.koppelwerk.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Finds prices whose bound is low: on a core of pairs, widened by the pairs that the prices make profitable. */
public final class BoundSearch {

    private static final int PAIRS_WHOLE = 200_000;
    private static final double FIRST_LEVEL_PRICE = 50;
    private static final double NEAR = 100;
    private static final long LARGEST_SUM = Long.MAX_VALUE / 64;

    private final Problem problem;
    private final Residual residual;
    private final Effort effort;
    private final double meanWeight;
    private Core core;
    private double[] first;
    private double @Nullable [] second;

    /**
     * How much work to do.
     *
     * @param steps how many price steps a level may take; 300 to 1,000 serve well
     * @param threads the result does not depend on them
     * @param stop the safety net: prices found until then are used
     */
    public record Effort(int steps, int threads, BooleanSupplier stop) {}

    /** With one thread and no safety net. */
    public BoundSearch(Problem problem, int steps) {
        this(problem, new Effort(steps, 1, () -> false));
    }

    public BoundSearch(Problem problem, Effort effort) {
        this.problem = problem;
        this.residual = new Residual(problem);
        this.effort = effort;
        long sum = 0;
        for (long weight : problem.requestWeight()) {
            sum = Math.addExact(sum, weight);
        }
        this.meanWeight = (double) sum / Math.max(1, problem.requests());
        if (isLarge()) {
            Flow flow = new Flow(problem);
            this.core = new Core(problem, residual, flow::hasInCore);
            this.first = flow.firstLevelPrices();
        } else {
            this.core = new Core(problem, residual, (request, pair) -> true);
            this.first = new double[problem.requests() + problem.groups() + 1];
            for (int request = 0; request < problem.requests(); request++) {
                first[request] = 0.5 * problem.requestWeight()[request];
            }
            first[first.length - 1] = 1;
        }
    }

    private boolean isLarge() {
        return problem.pairs() > PAIRS_WHOLE;
    }

    /** Prices for the first level alone. */
    public Prices firstLevel() {
        PriceSearch.Aim aim = new PriceSearch.Aim(scale(1), false, -1);
        if (isLarge()) {
            Found found = search(first, aim, effort.steps() / 8, meanWeight / 1_000, meanWeight / 20_000);
            core = widened(found.prices());
            found = search(found.best(), aim, effort.steps() / 8, meanWeight / 1_000, meanWeight / 20_000);
            first = found.best();
            return found.prices();
        }
        Found found = search(first, aim, effort.steps(), meanWeight / 4, meanWeight / 10_000);
        first = found.best();
        return found.prices();
    }

    /** Prices for the second level of plans whose first level is {@code held} or more; after {@link #firstLevel()}. */
    public Prices secondLevel(long held) {
        PriceSearch.Aim aim = new PriceSearch.Aim(scale(1000 * FIRST_LEVEL_PRICE), true, held);
        double longest = meanWeight * FIRST_LEVEL_PRICE / 50;
        double[] before = second;
        Found found = before == null
                ? search(scaledFirst(), aim, effort.steps(), longest, longest / 500)
                : search(before, aim, effort.steps() / 4, longest / 20, longest / 1000);
        second = found.best();
        return found.prices();
    }

    private double[] scaledFirst() {
        double[] from = new double[first.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = first[i] * FIRST_LEVEL_PRICE;
        }
        return from;
    }

    /** Better prices than these, found near them, for the second level of plans whose first is {@code held} or more. */
    public Prices near(Prices start, long held) {
        double scale = start.second();
        double[] from = new double[first.length];
        for (int request = 0; request < problem.requests(); request++) {
            from[request] = start.request()[request] / scale;
        }
        for (int group = 0; group < problem.groups(); group++) {
            from[problem.requests() + group] = start.group()[group] / scale;
        }
        from[first.length - 1] = start.first() / scale;
        double longest = Arrays.stream(problem.pairValue())
                        .mapToDouble(Math::abs)
                        .average()
                        .orElse(1)
                / NEAR;
        PriceSearch.Aim aim = new PriceSearch.Aim(start.second(), true, held);
        return search(from, aim, effort.steps(), longest, longest / 1_000).prices();
    }

    private record Found(double[] best, Prices prices) {}

    private Found search(double[] from, PriceSearch.Aim aim, int steps, double longest, double shortest) {
        PriceSearch search = new PriceSearch(problem, residual, core, aim, from, effort.threads());
        double[] best = search.search(steps, longest, shortest, effort.stop());
        return new Found(best, PriceSearch.toPrices(problem, residual, search.tags(), best, aim));
    }

    private Core widened(Prices prices) {
        PricedBound bound = new PricedBound(problem, residual, prices);
        BitSet inCore = new BitSet();
        for (int pair : core.pair) {
            inCore.set(pair);
        }
        return new Core(problem, residual, (request, pair) -> inCore.get(pair) || bound.profit(request, pair) > 0);
    }

    /** Both levels at once. */
    public Certificate certificate(long held) {
        Prices firstPrices = firstLevel();
        Prices secondPrices = secondLevel(held);
        return new Certificate(
                PricedBound.firstBound(problem, firstPrices),
                firstPrices,
                held,
                PricedBound.secondBound(problem, secondPrices, held),
                secondPrices);
    }

    /** As many digits after the point as the sums leave room for. */
    private long scale(double largestUnit) {
        double sum = (meanWeight + 1) * (problem.requests() + 1.0) * largestUnit;
        long scale = 1L << 16;
        while (scale > 1 && sum * scale > LARGEST_SUM) {
            scale >>= 1;
        }
        return scale;
    }
}
