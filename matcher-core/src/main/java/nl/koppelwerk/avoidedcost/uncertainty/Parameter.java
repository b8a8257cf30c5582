package nl.koppelwerk.avoidedcost.uncertainty;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import nl.koppelwerk.avoidedcost.review.CareLine;

/**
 * What an outcome may be sensitive to, each with a more and a less careful value: quantities and prices at the ends of
 * their ranges, categories and grades one up and one down, the discount rate one percentage point up and down.
 */
public enum Parameter {
    REFERENCE_QUANTITY(
            lines(line -> line.withReference(line.reference().atLowest())),
            lines(line -> line.withReference(line.reference().atHighest()))),
    ACTUAL_QUANTITY(
            lines(line -> line.withActual(line.actual().atHighest())),
            lines(line -> line.withActual(line.actual().atLowest()))),
    UNIT_PRICE(
            scenario -> scenario.withPrices(scenario.prices().with(price -> price.at(price.low()))),
            scenario -> scenario.withPrices(scenario.prices().with(price -> price.at(price.high())))),
    DEADWEIGHT(
            lines(line -> line.withReductions(line.reductions()
                    .withDeadweight(line.reductions().deadweight().oneMore()))),
            lines(line -> line.withReductions(line.reductions()
                    .withDeadweight(line.reductions().deadweight().oneLess())))),
    ATTRIBUTION(
            lines(line -> line.withReductions(line.reductions()
                    .withAttribution(line.reductions().attribution().oneMore()))),
            lines(line -> line.withReductions(line.reductions()
                    .withAttribution(line.reductions().attribution().oneLess())))),
    DISPLACEMENT(
            lines(line -> line.withReductions(line.reductions()
                    .withDisplacement(line.reductions().displacement().oneMore()))),
            lines(line -> line.withReductions(line.reductions()
                    .withDisplacement(line.reductions().displacement().oneLess())))),
    DROP_OFF(
            lines(line -> line.withReductions(line.reductions()
                    .withDropOff(line.reductions().dropOffPerYear().oneMore()))),
            lines(line -> line.withReductions(line.reductions()
                    .withDropOff(line.reductions().dropOffPerYear().oneLess())))),
    EVIDENCE(
            lines(line -> line.withEvidence(line.evidence().oneWeaker())),
            lines(line -> line.withEvidence(line.evidence().oneStronger()))),
    DISCOUNT_RATE(discountedBy("0.01"), discountedBy("-0.01"));

    private final UnaryOperator<Scenario> careful;
    private final UnaryOperator<Scenario> hopeful;

    Parameter(UnaryOperator<Scenario> careful, UnaryOperator<Scenario> hopeful) {
        this.careful = careful;
        this.hopeful = hopeful;
    }

    Scenario careful(Scenario scenario) {
        return careful.apply(scenario);
    }

    Scenario hopeful(Scenario scenario) {
        return hopeful.apply(scenario);
    }

    private static UnaryOperator<Scenario> lines(UnaryOperator<CareLine> change) {
        return scenario -> scenario.withLines(change);
    }

    private static UnaryOperator<Scenario> discountedBy(String more) {
        return scenario -> scenario.withMethod(scenario.method()
                .withDiscountRate(scenario.method()
                        .discountRate()
                        .add(new BigDecimal(more))
                        .max(BigDecimal.ZERO)));
    }
}
