package nl.koppelwerk.exact;

import java.util.Arrays;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Problem;

/**
 * What a search maximises: the first level, or the second over the plans whose first level is {@code held} or more.
 *
 * @param scale how finely prices are rounded to whole numbers
 * @param missing what a unit short of what must be costs in the linear program
 */
record Level(boolean isSecond, long held, long scale, double unit, double missing, double shortOfHeld) {

    private static final double LARGEST_SUM = 1e17;
    private static final int DEAR = 64;

    static Level first(Problem problem) {
        double dearest = Arrays.stream(problem.requestWeight()).max().orElse(1);
        return of(problem, false, 0, dearest, 0);
    }

    static Level second(Problem problem, long held) {
        double dearest = Arrays.stream(problem.pairValue()).map(Math::abs).max().orElse(1) + 1.0;
        return of(problem, true, held, dearest, 2 * dearest);
    }

    private static Level of(Problem problem, boolean second, long held, double dearest, double shortOfHeld) {
        double weights = Arrays.stream(problem.requestWeight()).asDoubleStream().sum();
        double sum = (problem.requests() + 1.0) * DEAR * dearest + weights * shortOfHeld;
        long scale = 1L << 22;
        while (scale > 1 && sum * scale > LARGEST_SUM) {
            scale >>= 1;
        }
        return new Level(second, held, scale, dearest / 1000, DEAR * dearest, shortOfHeld);
    }

    long of(Scored scored) {
        return isSecond ? scored.second() : scored.first();
    }

    /** A bound on the sum that prices are about, as a bound on this level, scaled. */
    long lessHeld(long value, Prices prices) {
        return isSecond ? Math.subtractExact(value, Math.multiplyExact(prices.first(), held)) : value;
    }

    /** The opposite of {@link #lessHeld}. */
    long withHeld(long value, Prices prices) {
        return isSecond ? Math.addExact(value, Math.multiplyExact(prices.first(), held)) : value;
    }

    /** The level that a scaled value stands for. */
    long unscaled(long value) {
        return Math.floorDiv(value, scale);
    }
}
