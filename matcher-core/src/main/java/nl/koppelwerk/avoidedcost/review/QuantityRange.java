package nl.koppelwerk.avoidedcost.review;

import java.math.BigDecimal;
import nl.koppelwerk.avoidedcost.price.Fraction;

/**
 * How much care in a year, as three points of a triangle, because nobody knows it to the hour.
 *
 * @param low at least, 0 or more units
 * @param likely most likely
 * @param high at most
 */
public record QuantityRange(BigDecimal low, BigDecimal likely, BigDecimal high) {
    public static final QuantityRange NOTHING = exactly("0");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    public QuantityRange {
        if (low.signum() < 0 || low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
            throw new IllegalArgumentException("not a range of quantities: " + low + ", " + likely + ", " + high);
        }
    }

    public static QuantityRange exactly(String units) {
        BigDecimal value = new BigDecimal(units);
        return new QuantityRange(value, value, value);
    }

    public static QuantityRange of(String low, String likely, String high) {
        return new QuantityRange(new BigDecimal(low), new BigDecimal(likely), new BigDecimal(high));
    }

    /** The expected quantity: the mean of the triangle, exact. */
    public Fraction expected() {
        return new Fraction(low.add(likely).add(high), THREE);
    }

    public QuantityRange atLowest() {
        return new QuantityRange(low, low, low);
    }

    public QuantityRange atHighest() {
        return new QuantityRange(high, high, high);
    }
}
