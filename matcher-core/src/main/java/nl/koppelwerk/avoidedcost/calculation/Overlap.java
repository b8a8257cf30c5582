package nl.koppelwerk.avoidedcost.calculation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.avoidedcost.calculation.Calculator.Draft;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.Product;

/**
 * A child is not counted again in its family: of the benefit of a whole family, what the children have of the same
 * product in the same year is taken off. So together they count for the larger of the two.
 */
final class Overlap {
    private record ProductYear(Product product, int year) {}

    private Overlap() {}

    static void takeOff(List<Draft> lines) {
        Map<ProductYear, Money> withChildren = new HashMap<>();
        for (Draft draft : lines) {
            if (draft.line.beneficiary().isChild() && draft.net().isPositive()) {
                withChildren.merge(key(draft), draft.net(), Money::plus);
            }
        }
        for (Draft draft : lines) {
            Money counted = withChildren.getOrDefault(key(draft), Money.ZERO);
            if (!draft.line.beneficiary().isChild() && draft.net().isPositive() && counted.isPositive()) {
                Money twice = counted.min(draft.net());
                draft.leave(Step.COUNTED_WITH_A_CHILD, draft.net().minus(twice));
                withChildren.put(key(draft), counted.minus(twice));
            }
        }
    }

    private static ProductYear key(Draft draft) {
        return new ProductYear(draft.line.product(), draft.line.year());
    }
}
