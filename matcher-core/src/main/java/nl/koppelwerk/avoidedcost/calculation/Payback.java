package nl.koppelwerk.avoidedcost.calculation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.koppelwerk.avoidedcost.price.Money;

/** When the money that can really be saved has paid for what was spent. */
final class Payback {
    private Payback() {}

    /** Nothing was spent: nothing to pay back. */
    static Optional<Integer> first(SortedMap<Integer, Money> cashable, SortedMap<Integer, Money> cost) {
        SortedSet<Integer> periods = new TreeSet<>(cashable.keySet());
        periods.addAll(cost.keySet());
        Money saved = Money.ZERO;
        Money spent = Money.ZERO;
        for (int period : periods) {
            saved = saved.plus(cashable.getOrDefault(period, Money.ZERO));
            spent = spent.plus(cost.getOrDefault(period, Money.ZERO));
            if (spent.isPositive() && saved.compareTo(spent) >= 0) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }
}
