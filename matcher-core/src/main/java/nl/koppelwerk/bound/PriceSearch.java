package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/**
 * Lowers the bound by moving prices towards what the volunteers' best sets ask for.
 *
 * <p>Subgradient steps with momentum, divided by the running size of each price's own subgradient, shrinking
 * geometrically. Prices are rounded to whole numbers before every evaluation, so the result is the same on any machine
 * and with any number of threads.
 *
 * <p>Prices stand in one array: of requests, of groups, of tag rows, and last of the first level itself.
 */
final class PriceSearch {

    private static final double MOMENTUM = 0.9;
    private static final double MEMORY = 0.999;
    private static final double LEVEL_STEP = 0.01;

    private final Problem problem;
    private final Residual residual;
    private final long scale;
    private final long held;
    private final boolean secondCounts;
    private final TagPrices tags;
    private final int firstTag;

    private final double[] price;
    private final double[] slack;
    private final double[] mean;
    private final double[] square;
    private final long[] base;
    private final VolunteerShare[] shares;
    private double bestValue = Double.POSITIVE_INFINITY;
    private double[] best;

    /**
     * What is searched for.
     *
     * @param scale digits that prices are rounded to
     * @param secondCounts whether the second level is in the objective
     * @param held the first level that plans must reach, whose price is searched too; or negative: the price stays
     */
    record Aim(long scale, boolean secondCounts, long held) {}

    /** @param from prices to start from, in units of the objective; those of tags may be left out */
    PriceSearch(Problem problem, Residual residual, Core core, Aim aim, double[] from, int threads) {
        this.problem = problem;
        this.residual = residual;
        this.scale = aim.scale();
        this.secondCounts = aim.secondCounts();
        this.held = aim.held();
        this.tags = new TagPrices(problem, residual, secondCounts);
        this.firstTag = problem.requests() + problem.groups();
        this.price = withTags(from);
        this.best = price;
        this.slack = new double[price.length];
        this.mean = new double[price.length];
        this.square = new double[price.length];
        this.base = new long[problem.requests()];
        this.shares = VolunteerShare.divide(
                new VolunteerShare.Input(problem, residual, core, tags, base, secondCounts ? scale : 0), threads);
    }

    private double[] withTags(double[] from) {
        if (from.length == firstTag + tags.rows() + 1) {
            return from.clone();
        }
        double[] all = new double[firstTag + tags.rows() + 1];
        System.arraycopy(from, 0, all, 0, firstTag);
        all[all.length - 1] = from[from.length - 1];
        return all;
    }

    /**
     * The best prices met in so many steps, the first of length {@code longest}, the last {@code shortest}.
     *
     * @param stop the safety net: what was met until then is given
     */
    double[] search(int steps, double longest, double shortest, BooleanSupplier stop) {
        double length = longest;
        double shrink = StrictMath.pow(shortest / longest, 1.0 / steps);
        for (int step = 0; step < steps && !(step > 0 && stop.getAsBoolean()); step++) {
            double value = evaluate();
            if (value < bestValue) {
                bestValue = value;
                best = price.clone();
            }
            findSlack();
            move(length, length / longest);
            length *= shrink;
        }
        return best;
    }

    TagPrices tags() {
        return tags;
    }

    private void move(double length, double share) {
        int last = held >= 0 ? price.length : price.length - 1;
        for (int i = 0; i < last; i++) {
            double pull = price[i] <= 0 && slack[i] > 0 ? 0 : slack[i];
            mean[i] = MOMENTUM * mean[i] + (1 - MOMENTUM) * pull;
            square[i] = MEMORY * square[i] + (1 - MEMORY) * pull * pull;
            double step = i == price.length - 1 ? share * (LEVEL_STEP * price[i] + 1e-3) : length;
            price[i] = Math.max(0, price[i] - step * mean[i] / (Math.sqrt(square[i]) + 1e-3));
        }
    }

    private void findSlack() {
        int requests = problem.requests();
        int[] takers = VolunteerShare.sum(shares, share -> share.takers);
        double served = 0;
        for (int g = 0; g < problem.groups(); g++) {
            slack[requests + g] = problem.groupLimit()[g];
        }
        for (int r = 0; r < requests; r++) {
            boolean fixed = residual.isFixed(r);
            served += (fixed ? 1.0 : takers[r]) * problem.requestWeight()[r];
            slack[r] = fixed ? 0 : 1 - takers[r];
            for (int g = fixed ? -1 : problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                slack[requests + g] -= takers[r];
            }
        }
        tags.slack(VolunteerShare.sum(shares, share -> share.tagTakers), slack, firstTag);
        slack[price.length - 1] = served - held;
    }

    private double evaluate() {
        int requests = problem.requests();
        long[] groupPrice = new long[problem.groups()];
        long sum = tags.open(price, firstTag, scale);
        for (int g = 0; g < groupPrice.length; g++) {
            groupPrice[g] = Math.round(price[requests + g] * scale);
            sum += groupPrice[g] * problem.groupLimit()[g];
        }
        long first = Math.round(price[price.length - 1] * scale);
        for (int r = 0; r < requests; r++) {
            sum += open(r, first, groupPrice);
        }
        IntStream each = IntStream.range(0, shares.length);
        sum += (shares.length > 1 ? each.parallel() : each)
                .mapToLong(share -> shares[share].best())
                .sum();
        return (double) sum / scale - (held >= 0 ? (double) first / scale * held : 0);
    }

    /** Sets what any pair of the request earns before its value, and gives what the request adds to the bound. */
    private long open(int r, long first, long[] groupPrice) {
        long worth = first * problem.requestWeight()[r];
        if (residual.isFixed(r)) {
            return worth + (secondCounts ? scale * problem.pairValue()[problem.fixedPair()[r]] : 0);
        }
        long requestPrice = Math.round(price[r] * scale);
        worth -= requestPrice;
        for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
            worth -= groupPrice[g];
        }
        base[r] = worth;
        return requestPrice;
    }

    /** Prices in whole numbers, at most as much as those searched with where rows have a limit. */
    static Prices toPrices(Problem problem, Residual residual, TagPrices tags, double[] found, Aim aim) {
        long[] request = new long[problem.requests()];
        long[] group = new long[problem.groups()];
        for (int r = 0; r < request.length; r++) {
            request[r] = residual.isFixed(r) ? 0 : Math.round(found[r] * aim.scale());
        }
        Arrays.setAll(group, g -> Math.round(found[request.length + g] * aim.scale()));
        return new Prices(
                Math.round(found[found.length - 1] * aim.scale()),
                aim.secondCounts() ? aim.scale() : 0,
                request,
                group,
                tags.toRows(found, request.length + group.length, aim.scale()),
                new Prices.ClashRow[0]);
    }
}
