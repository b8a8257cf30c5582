package nl.koppelwerk.avoidedcost.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient, so that a figure is rounded once, at the end, and not at each step.
 * Rounding is to the nearest cent, halves away from zero: an extra cost rounds as a benefit does.
 *
 * @param denominator never zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a fraction of zero parts: " + numerator + "/0");
        }
    }

    public static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    public Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction dividedBy(BigDecimal divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /** @param percent whole percents, 0 to 100 */
    public Fraction timesPercent(int percent) {
        return new Fraction(numerator.multiply(BigDecimal.valueOf(percent)), denominator.multiply(HUNDRED));
    }

    public Money toMoney() {
        return Money.ofEuros(rounded(2));
    }

    public BigDecimal rounded(int decimals) {
        return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
    }

    public int signum() {
        return numerator.signum() * denominator.signum();
    }

    /** Whether this is one. */
    public boolean isWhole() {
        return numerator.compareTo(denominator) == 0;
    }

    public double toDouble() {
        return numerator.doubleValue() / denominator.doubleValue();
    }
}
