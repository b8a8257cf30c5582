package nl.koppelwerk.bound;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/**
 * Lowers the bound by moving prices towards what the volunteers' best sets ask for.
 *
 * <p>Subgradient steps with momentum, divided by the running size of each price's own subgradient, shrinking
 * geometrically. Prices are rounded to whole numbers before every evaluation, so the result is the same on any machine.
 */
final class PriceSearch {

    private static final double MOMENTUM = 0.9;
    private static final double MEMORY = 0.999;
    private static final double LEVEL_STEP = 0.01;

    private final Problem problem;
    private final Residual residual;
    private final Core core;
    private final long scale;
    private final boolean secondCounts;
    private final long held;

    private final double[] price;
    private final double[] slack;
    private final double[] mean;
    private final double[] square;
    private final int[] takers;
    private final long[] base;
    private final Knapsack knapsack = new Knapsack();
    private double bestValue = Double.POSITIVE_INFINITY;
    private double[] best;

    /**
     * @param secondCounts whether the second level is in the objective
     * @param held the first level that plans must reach, whose price is searched too; or negative: the price stays
     * @param from prices to start from: of requests, then of groups, then of the first level, in units of the objective
     */
    PriceSearch(
            Problem problem, Residual residual, Core core, long scale, boolean secondCounts, long held, double[] from) {
        this.problem = problem;
        this.residual = residual;
        this.core = core;
        this.scale = scale;
        this.secondCounts = secondCounts;
        this.held = held;
        this.price = from.clone();
        this.best = from;
        this.slack = new double[price.length];
        this.mean = new double[price.length];
        this.square = new double[price.length];
        this.takers = new int[problem.requests()];
        this.base = new long[problem.requests()];
    }

    /** The best prices met in so many steps, the first of length {@code longest}, the last {@code shortest}. */
    double[] search(int steps, double longest, double shortest) {
        double length = longest;
        double shrink = StrictMath.pow(shortest / longest, 1.0 / steps);
        for (int step = 0; step < steps; step++) {
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

    double bestValue() {
        return bestValue;
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
        slack[price.length - 1] = served - held;
    }

    private double evaluate() {
        Arrays.fill(takers, 0);
        int requests = problem.requests();
        long[] groupPrice = new long[problem.groups()];
        long sum = 0;
        for (int g = 0; g < groupPrice.length; g++) {
            groupPrice[g] = Math.round(price[requests + g] * scale);
            sum += groupPrice[g] * problem.groupLimit()[g];
        }
        long first = Math.round(price[price.length - 1] * scale);
        for (int r = 0; r < requests; r++) {
            sum += open(r, first, groupPrice);
        }
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            sum += bestSet(volunteer);
        }
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

    private long bestSet(int volunteer) {
        knapsack.clear();
        for (int at = core.start[volunteer]; at < core.start[volunteer + 1]; at++) {
            int r = core.request[at];
            long profit = base[r] + (secondCounts ? scale * core.value[at] : 0);
            knapsack.add(
                    at,
                    r,
                    profit,
                    core.hours[at],
                    problem.requestHeavy()[r],
                    problem.requestSlots()[r],
                    core.dayParts[at]);
        }
        long earned = knapsack.solve(
                residual.numberLeft(volunteer), residual.heavyLeft(volunteer), residual.hoursLeft(volunteer));
        for (int i = 0; i < knapsack.chosenSize(); i++) {
            takers[knapsack.chosenRequest(i)]++;
        }
        return earned;
    }
}
