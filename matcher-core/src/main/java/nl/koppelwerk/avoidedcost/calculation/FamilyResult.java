package nl.koppelwerk.avoidedcost.calculation;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;

/** One family in euros. */
public record FamilyResult(FamilyCase family, List<LineResult> lines) {
    public FamilyResult {
        lines = List.copyOf(lines);
    }

    public Money benefits() {
        return Money.sum(lines.stream().map(LineResult::presentValue).toList());
    }

    public Money cost() {
        return Money.sum(costs().stream().map(PairingCost::total).toList());
    }

    public Money netPresentValue() {
        return benefits().minus(cost());
    }

    public List<PairingCost> costs() {
        return family.pairings().stream()
                .flatMap(pairing -> pairing.costs().stream())
                .toList();
    }

    /** Benefits and cost, down to the last step of each line and each item of cost. */
    public Figure unfolded() {
        List<Figure> parts =
                new ArrayList<>(lines.stream().map(LineResult::figure).toList());
        for (PairingCost cost : costs()) {
            List<Figure> items = new ArrayList<>();
            cost.parts().forEach((item, amount) -> items.add(Figure.of(item.name(), Money.ZERO.minus(amount))));
            parts.add(Figure.sum("cost " + cost.year(), items));
        }
        return Figure.sum(family.family().value().toString(), parts);
    }
}
