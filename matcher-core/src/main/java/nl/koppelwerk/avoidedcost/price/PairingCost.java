package nl.koppelwerk.avoidedcost.price;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one pairing cost in one calendar year.
 *
 * @param coordinatorHours hours spent on this pairing that no subsidy in {@code items} has paid already
 * @param hourlyRate what an hour of a coordinator costs
 * @param items the other cost; a kind that is not there is zero
 */
public record PairingCost(int year, BigDecimal coordinatorHours, Money hourlyRate, Map<Item, Money> items) {
    /** Kinds of cost. */
    public enum Item {
        SUBSIDY,
        COORDINATION,
        TRAINING,
        SCREENING,
        EXPENSES,
        OVERHEAD
    }

    public PairingCost {
        if (coordinatorHours.signum() < 0 || hourlyRate.cents() < 0 || items.containsKey(Item.COORDINATION)) {
            throw new IllegalArgumentException("cost of " + year + ": " + coordinatorHours + " hours at " + hourlyRate
                    + ", items " + items + "; coordination comes from the hours only");
        }
        items.forEach((item, amount) -> {
            if (amount.cents() < 0) {
                throw new IllegalArgumentException("cost of " + year + " for " + item + " is " + amount);
            }
        });
        items = Map.copyOf(items);
    }

    /** Every kind of cost with its amount, coordination rounded to the cent. */
    public Map<Item, Money> parts() {
        Map<Item, Money> parts = new EnumMap<>(Item.class);
        parts.putAll(items);
        parts.put(
                Item.COORDINATION, hourlyRate.exactly().times(coordinatorHours).toMoney());
        return parts;
    }

    public Money total() {
        return Money.sum(parts().values());
    }
}
