package nl.koppelwerk.avoidedcost.price;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The prices of one municipality in the euros of one year: its own contracts first, then the newest published. */
public final class PriceList {
    private static final Comparator<UnitPrice> BEST_FIRST = Comparator.comparing(UnitPrice::origin)
            .thenComparing(UnitPrice::priceYear, Comparator.reverseOrder())
            .thenComparing(UnitPrice::source);

    private final int priceYear;
    private final Map<Product, UnitPrice> prices;

    private PriceList(int priceYear, Map<Product, UnitPrice> prices) {
        this.priceYear = priceYear;
        this.prices = prices;
    }

    /** Prices whose year the index does not know are left out; {@link #find} then has nothing for them. */
    public static PriceList of(int priceYear, List<UnitPrice> all, PriceIndex index) {
        Map<Product, UnitPrice> best = new TreeMap<>();
        all.stream()
                .filter(price -> index.covers(price.priceYear(), priceYear))
                .sorted(BEST_FIRST)
                .forEach(price -> best.putIfAbsent(price.product(), index.in(priceYear, price)));
        return new PriceList(priceYear, best);
    }

    public Optional<UnitPrice> find(Product product) {
        return Optional.ofNullable(prices.get(product));
    }

    public UnitPrice get(Product product) {
        return find(product)
                .orElseThrow(() -> new IllegalArgumentException("no price of " + product + " in " + priceYear));
    }

    /** The same list with each price changed, to see what prices do to the outcome. */
    public PriceList with(UnaryOperator<UnitPrice> change) {
        Map<Product, UnitPrice> changed = new TreeMap<>();
        prices.forEach((product, price) -> changed.put(product, change.apply(price)));
        return new PriceList(priceYear, changed);
    }

    public List<UnitPrice> all() {
        return List.copyOf(prices.values());
    }

    public int priceYear() {
        return priceYear;
    }
}
