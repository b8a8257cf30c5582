package nl.koppelwerk.ui.price;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.CashableShares;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a municipality's prices, with all that is said of them. */
@Component
class PriceListPage {
    private final CarePrices prices;
    private final CashableShares shares;

    PriceListPage(CarePrices prices, CashableShares shares) {
        this.prices = prices;
        this.shares = shares;
    }

    /**
     * A product that the municipality has a price of.
     *
     * @param share empty: not determined
     */
    record Contract(Product product, String name, Optional<Method.Cashable> share) {}

    /** Inside the scope of the organisation; without a municipality there is nothing to show. */
    ModelAndView of(Optional<String> municipality, boolean mayChange) {
        return page(HttpStatus.OK, municipality, mayChange);
    }

    /** The same page for an administrator whose change was refused. */
    ModelAndView refused(String municipality) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(municipality), true);
    }

    private ModelAndView page(HttpStatusCode status, Optional<String> municipality, boolean mayChange) {
        return new ModelAndView("price/list", status)
                .addObject("municipalities", prices.municipalities())
                .addObject("municipality", municipality.orElse(null))
                .addObject("prices", municipality.map(prices::list).orElse(List.of()))
                .addObject("contracts", municipality.map(this::contracts).orElse(List.of()))
                .addObject("levels", prices.levels())
                .addObject("mayChange", mayChange);
    }

    /** By product; the newest price names it. */
    List<Contract> contracts(String municipality) {
        Map<Product, Method.Cashable> determined = shares.of(municipality);
        Map<Product, Contract> contracts = new TreeMap<>();
        for (UnitPrice price : prices.list(municipality)) {
            contracts.putIfAbsent(
                    price.product(),
                    new Contract(price.product(), price.name(), Optional.ofNullable(determined.get(price.product()))));
        }
        return List.copyOf(contracts.values());
    }
}
