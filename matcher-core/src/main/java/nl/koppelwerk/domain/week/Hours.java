package nl.koppelwerk.domain.week;

import java.math.BigDecimal;

/**
 * Hours a week, exact to a quarter of an hour.
 *
 * @param quarters quarters of an hour a week, 0 to 672 (a whole week)
 */
public record Hours(int quarters) implements Comparable<Hours> {
    public Hours {
        if (quarters < 0 || quarters > 672) {
            throw new IllegalArgumentException("a week has no such number of quarters of an hour: " + quarters);
        }
    }

    /** Exact quarters only: {@code 2}, {@code 2.5}, {@code 2.25}. */
    public static Hours of(BigDecimal hours) {
        try {
            return new Hours(hours.multiply(BigDecimal.valueOf(4)).intValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("hours a week are exact to a quarter: " + hours, e);
        }
    }

    public static Hours parse(String text) {
        return of(new BigDecimal(text.strip().replace(',', '.')));
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(quarters * 25L, 2);
    }

    @Override
    public int compareTo(Hours other) {
        return Integer.compare(quarters, other.quarters);
    }

    @Override
    public String toString() {
        return toBigDecimal().stripTrailingZeros().toPlainString();
    }
}
