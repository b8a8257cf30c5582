package nl.koppelwerk.avoidedcost.price;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * An amount in whole cents, so that sums on a page, in a document and in a spreadsheet are the same.
 *
 * @param cents euro cents; negative for extra cost
 */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** Exact: {@code 45.77}. An amount with a part of a cent is an {@link ArithmeticException}. */
    public static Money ofEuros(String euros) {
        return ofEuros(new BigDecimal(euros));
    }

    /** Exact; an amount with a part of a cent is an {@link ArithmeticException}. */
    public static Money ofEuros(BigDecimal euros) {
        return new Money(euros.movePointRight(2).longValueExact());
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    /** This amount as an exact fraction, to multiply and then round once. */
    public Fraction exactly() {
        return Fraction.of(toEuros());
    }

    /** Euros with two decimals. */
    public BigDecimal toEuros() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return toEuros().toPlainString();
    }
}
