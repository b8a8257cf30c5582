package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import nl.koppelwerk.bound.Prices.ClashRow;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * The upper bound that prices give, in whole numbers, with one pass over all pairs.
 *
 * <p>Excluding pairs narrows it to a part of the plans, which is how branches are bounded. When a part holds only plans
 * that serve a request, that request's price may be negative.
 */
public final class PricedBound {

    private final Problem problem;
    private final Residual residual;
    private final Prices prices;
    private final long[] base;
    private final long[] @Nullable [] perPair;
    private final long constant;

    public PricedBound(Problem problem, Residual residual, Prices prices) {
        this.problem = problem;
        this.residual = residual;
        this.prices = prices;
        this.base = new long[problem.requests()];
        this.perPair = new long[problem.requests()][];
        long sum = 0;
        for (TagRow row : prices.tagRows()) {
            sum = Math.addExact(sum, row.price());
            charge(row);
        }
        for (ClashRow row : prices.clashRows()) {
            Interaction interaction = problem.interactions()[row.interaction()];
            sum = Math.addExact(sum, row.price());
            charge(interaction.first(), row.firstPairs(), row.price());
            charge(interaction.second(), row.secondPairs(), row.price());
        }
        for (int group = 0; group < problem.groups(); group++) {
            sum = Math.addExact(sum, Math.multiplyExact(prices.group()[group], (long) problem.groupLimit()[group]));
        }
        for (int request = 0; request < problem.requests(); request++) {
            base[request] = base(request);
            sum = Math.addExact(sum, offset(request));
        }
        this.constant = sum;
    }

    private long base(int request) {
        long worth = Math.multiplyExact(prices.first(), problem.requestWeight()[request]);
        if (residual.isFixed(request)) {
            return worth;
        }
        for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
            worth = Math.subtractExact(worth, prices.group()[group]);
        }
        return Math.subtractExact(worth, prices.request()[request]);
    }

    private long offset(int request) {
        return residual.isFixed(request) ? profit(request, problem.fixedPair()[request]) : prices.request()[request];
    }

    /** What taking the pair earns at these prices. */
    public long profit(int request, int pair) {
        long earned = base[request] + prices.second() * problem.pairValue()[pair];
        long[] adjusted = perPair[request];
        return adjusted == null ? earned : earned - adjusted[pair - problem.pairStart()[request]];
    }

    private void charge(TagRow row) {
        Interaction interaction = problem.interactions()[row.interaction()];
        short[] tags = row.tags().clone();
        Arrays.sort(tags);
        chargeTags(interaction.first(), tags, true, row.price());
        chargeTags(interaction.second(), tags, false, row.price());
    }

    private void chargeTags(int request, short[] tags, boolean inside, long price) {
        long[] adjusted = adjusted(request);
        int start = problem.pairStart()[request];
        for (int i = 0; i < adjusted.length; i++) {
            if (Arrays.binarySearch(tags, problem.pairTag()[start + i]) >= 0 == inside) {
                adjusted[i] += price;
            }
        }
    }

    private void charge(int request, int[] pairs, long price) {
        long[] adjusted = adjusted(request);
        for (int pair : pairs) {
            adjusted[pair - problem.pairStart()[request]] += price;
        }
    }

    private long[] adjusted(int request) {
        long[] adjusted = perPair[request];
        if (adjusted == null) {
            adjusted = new long[problem.pairStart()[request + 1] - problem.pairStart()[request]];
            perPair[request] = adjusted;
        }
        return adjusted;
    }

    /** The part of the bound that does not depend on volunteers. */
    public long constant() {
        return constant;
    }

    /** Upper bound on {@code first * level1 + second * level2} over all plans. */
    public long value() {
        return value(pair -> false);
    }

    /** Upper bound over the plans without the excluded pairs. */
    public long value(IntPredicate excluded) {
        return value(excluded, pair -> {});
    }

    /** The same; {@code chosen} hears the pairs of each volunteer's best set. */
    public long value(IntPredicate excluded, IntConsumer chosen) {
        return new ProfitablePairs(problem, residual, this, excluded).total(chosen);
    }

    /** For each pair an upper bound over the plans that take it; {@link Long#MIN_VALUE} for pairs no plan can add. */
    public long[] valueWithEach(IntPredicate excluded) {
        return new ProfitablePairs(problem, residual, this, excluded).totalWithEach();
    }

    /** The tightest first level that these prices show; for prices with {@code second} 0. */
    public static long firstBound(Problem problem, Prices prices) {
        long value = new PricedBound(problem, new Residual(problem), prices).value();
        return Math.floorDiv(value, prices.first());
    }

    /** The tightest second level that these prices show for plans with first level {@code held} or more. */
    public static long secondBound(Problem problem, Prices prices, long held) {
        long value = new PricedBound(problem, new Residual(problem), prices).value();
        return Math.floorDiv(Math.subtractExact(value, Math.multiplyExact(prices.first(), held)), prices.second());
    }
}
