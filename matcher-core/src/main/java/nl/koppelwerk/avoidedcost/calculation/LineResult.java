package nl.koppelwerk.avoidedcost.calculation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * One line of a review in euros, with everything on the way from gross to present value.
 *
 * @param price the unit price it was calculated with
 * @param period years since the family's first reviewed pairing started, from 0
 * @param gross expected avoided quantity times price; negative for extra care
 * @param taken what each step took off; for a negative line only discounting, as a negative amount
 * @param cashable part of the present value by which contract volume can fall
 */
public record LineResult(
        PairingId pairing,
        CareLine line,
        UnitPrice price,
        int period,
        Money gross,
        Map<Step, Money> taken,
        Money cashable) {
    public LineResult {
        taken = Collections.unmodifiableMap(new EnumMap<>(taken));
    }

    public Money presentValue() {
        return gross.minus(Money.sum(taken.values()));
    }

    /** After all reductions, before discounting. */
    public Money net() {
        return presentValue().plus(taken(Step.DISCOUNTING));
    }

    public Money taken(Step step) {
        return taken.getOrDefault(step, Money.ZERO);
    }

    Figure figure() {
        List<Figure> parts = new ArrayList<>();
        parts.add(Figure.of("gross", gross));
        taken.forEach((step, amount) -> parts.add(Figure.of(step.name(), Money.ZERO.minus(amount))));
        return Figure.sum(
                line.product() + " " + line.year() + " " + line.beneficiary().child(), parts);
    }
}
