package nl.koppelwerk.ui.casereview;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.calculation.Calculator;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.FamilyResult;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.calculation.ReviewedPairing;
import nl.koppelwerk.avoidedcost.price.PriceIndex;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.data.cost.ReviewedPair;

/**
 * A fixed review in euros, without what the pairing cost.
 *
 * @param result empty when a product has no price
 * @param missing products without a price
 */
record ReviewedCase(CaseReview review, PriceList prices, Optional<FamilyResult> result, List<Product> missing) {

    /** In the euros of the newest price that there is. */
    static ReviewedCase of(ReviewedPair pair, CaseReview review, List<UnitPrice> known, PriceIndex index) {
        int year = known.stream()
                .mapToInt(UnitPrice::priceYear)
                .max()
                .orElse(pair.until().getYear());
        PriceList prices = PriceList.of(year, known, index);
        FamilyCase family =
                new FamilyCase(pair.family(), List.of(new ReviewedPairing(pair.programme(), review, List.of())));
        Calculator calculator = new Calculator(Method.standard(), prices);
        List<Product> missing = List.copyOf(calculator.missingPrices(List.of(family)));
        return new ReviewedCase(
                review,
                prices,
                missing.isEmpty() ? Optional.of(calculator.calculate(family)) : Optional.empty(),
                missing);
    }
}
