package nl.koppelwerk.ui.casereview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;

/** The products of a price list, each once, however many years and origins it has a price of. */
final class ProductChoice {
    private ProductChoice() {}

    static List<UnitPrice> of(List<UnitPrice> prices) {
        return List.copyOf(byProduct(prices).values());
    }

    /** What people call a product, by its code. */
    static Map<String, String> names(List<UnitPrice> prices) {
        Map<String, String> names = new LinkedHashMap<>();
        byProduct(prices).forEach((product, price) -> names.put(product.toString(), price.name()));
        return names;
    }

    static boolean has(Collection<UnitPrice> prices, String product) {
        return prices.stream().anyMatch(price -> price.product().toString().equals(product));
    }

    private static Map<Product, UnitPrice> byProduct(List<UnitPrice> prices) {
        Map<Product, UnitPrice> found = new LinkedHashMap<>();
        prices.forEach(price -> found.putIfAbsent(price.product(), price));
        return found;
    }
}
