package nl.koppelwerk.avoidedcost.price;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one unit of a product costs, by whom it is paid and who says so. Without a source there is no price:
 * a controller must be able to look it up.
 *
 * @param name what the product is called in the source
 * @param low lowest price of one unit; equal to {@code high} when the source gives one price
 * @param high highest price of one unit; the middle of the two is calculated with
 * @param priceYear year whose prices these are
 * @param source where to look it up
 * @param origin the municipality's own contract goes before a published price
 */
public record UnitPrice(
        Product product,
        String name,
        Payer payer,
        CareUnit unit,
        Money low,
        Money high,
        int priceYear,
        String source,
        Origin origin) {
    /** Where a price comes from, best first. */
    public enum Origin {
        CONTRACT,
        PUBLISHED
    }

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public UnitPrice {
        List<PriceDraft.Problem> problems = PriceDraft.problems(name, low, high, priceYear, source);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("price of " + product + ": " + problems);
        }
    }

    /** The middle of lowest and highest, exact: it may end in half a cent. */
    public Fraction middle() {
        return low.plus(high).exactly().dividedBy(TWO);
    }

    public UnitPrice at(Money price) {
        return between(price, price, priceYear);
    }

    UnitPrice between(Money newLow, Money newHigh, int newPriceYear) {
        return new UnitPrice(product, name, payer, unit, newLow, newHigh, newPriceYear, source, origin);
    }
}
