package nl.koppelwerk.avoidedcost.uncertainty;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.koppelwerk.avoidedcost.calculation.Calculator;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.calculation.ReviewedPairing;
import nl.koppelwerk.avoidedcost.calculation.Summary;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.review.CareLine;

/** Everything an outcome depends on, so that one thing at a time can be changed. */
public record Scenario(Method method, PriceList prices, List<FamilyCase> families) {
    public Scenario {
        families = List.copyOf(families);
    }

    public Summary summary() {
        return new Calculator(method, prices).summarise(families);
    }

    Scenario withMethod(Method changed) {
        return new Scenario(changed, prices, families);
    }

    Scenario withPrices(PriceList changed) {
        return new Scenario(method, changed, families);
    }

    Scenario withLines(UnaryOperator<CareLine> change) {
        return new Scenario(
                method,
                prices,
                families.stream().map(family -> with(family, change)).toList());
    }

    private static FamilyCase with(FamilyCase family, UnaryOperator<CareLine> change) {
        return new FamilyCase(
                family.family(),
                family.pairings().stream()
                        .map(pairing -> new ReviewedPairing(
                                pairing.programme(),
                                pairing.review()
                                        .withLines(pairing.review().estimate().lines().stream()
                                                .map(change)
                                                .toList()),
                                pairing.costs()))
                        .toList());
    }
}
