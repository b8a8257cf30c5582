package nl.koppelwerk.bound;

import java.util.BitSet;
import nl.koppelwerk.problem.Problem;

/** Finds prices whose bound is low: on a core of pairs, widened by the pairs that the prices make profitable. */
public final class BoundSearch {

    private static final int PAIRS_WHOLE = 200_000;
    private static final double FIRST_LEVEL_PRICE = 50;
    private static final long LARGEST_SUM = Long.MAX_VALUE / 64;

    private final Problem problem;
    private final Residual residual;
    private final int steps;
    private final double meanWeight;
    private Core core;
    private double[] first;

    /** @param steps how many price steps a level may take; 300 to 1,000 serve well */
    public BoundSearch(Problem problem, int steps) {
        this.problem = problem;
        this.residual = new Residual(problem);
        this.steps = steps;
        long sum = 0;
        for (long weight : problem.requestWeight()) {
            sum = Math.addExact(sum, weight);
        }
        this.meanWeight = (double) sum / Math.max(1, problem.requests());
        if (problem.pairs() > PAIRS_WHOLE) {
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

    /** Prices for the first level alone. */
    public Prices firstLevel() {
        long scale = scale(1);
        if (problem.pairs() > PAIRS_WHOLE) {
            first = search(first, scale, false, -1, steps, meanWeight / 100, meanWeight / 10_000);
            core = widened(toPrices(first, scale, 0));
            first = search(first, scale, false, -1, steps / 2, meanWeight / 1_000, meanWeight / 20_000);
        } else {
            first = search(first, scale, false, -1, steps, meanWeight / 4, meanWeight / 10_000);
        }
        return toPrices(first, scale, 0);
    }

    /** Prices for the second level of plans whose first level is {@code held} or more; after {@link #firstLevel()}. */
    public Prices secondLevel(long held) {
        double[] from = new double[first.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = first[i] * FIRST_LEVEL_PRICE;
        }
        long scale = scale(1000 * FIRST_LEVEL_PRICE);
        double longest = meanWeight * FIRST_LEVEL_PRICE / 50;
        double[] found = search(from, scale, true, held, steps, longest, longest / 500);
        return toPrices(found, scale, scale);
    }

    private double[] search(
            double[] from, long scale, boolean second, long held, int count, double longest, double shortest) {
        return new PriceSearch(problem, residual, core, scale, second, held, from).search(count, longest, shortest);
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

    private Prices toPrices(double[] found, long scale, long second) {
        long[] request = new long[problem.requests()];
        long[] group = new long[problem.groups()];
        for (int r = 0; r < request.length; r++) {
            request[r] = residual.isFixed(r) ? 0 : Math.round(found[r] * scale);
        }
        for (int g = 0; g < group.length; g++) {
            group[g] = Math.round(found[request.length + g] * scale);
        }
        return Prices.of(Math.round(found[found.length - 1] * scale), second, request, group);
    }
}
