package nl.koppelwerk.avoidedcost.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Level of prices by year, to state a price in the euros of another year. An indexed price is rounded to the cent:
 * it is shown as a price, so it is calculated with as shown.
 *
 * @param levels year to level, any base, all above zero
 * @param source where the levels are published
 */
public record PriceIndex(Map<Integer, BigDecimal> levels, String source) {
    public PriceIndex {
        levels = Map.copyOf(new TreeMap<>(levels));
        if (source.isBlank()) {
            throw new IllegalArgumentException("a price index needs a source");
        }
        levels.forEach((year, level) -> {
            if (level.signum() <= 0) {
                throw new IllegalArgumentException("price level of " + year + " is " + level);
            }
        });
    }

    public boolean covers(int fromYear, int toYear) {
        return fromYear == toYear || levels.containsKey(fromYear) && levels.containsKey(toYear);
    }

    /** Throws when a year has no level; see {@link #covers}. */
    public UnitPrice in(int year, UnitPrice price) {
        if (price.priceYear() == year) {
            return price;
        }
        return price.between(
                convert(price.low(), price.priceYear(), year), convert(price.high(), price.priceYear(), year), year);
    }

    public Money convert(Money amount, int fromYear, int toYear) {
        if (fromYear == toYear) {
            return amount;
        }
        return amount.exactly().times(level(toYear)).dividedBy(level(fromYear)).toMoney();
    }

    private BigDecimal level(int year) {
        BigDecimal level = levels.get(year);
        if (level == null) {
            throw new IllegalArgumentException("the price index of " + source + " has no level for " + year);
        }
        return level;
    }
}
