package nl.koppelwerk.avoidedcost.calculation;

import java.util.List;
import nl.koppelwerk.avoidedcost.price.Money;

/**
 * A number with the parts that it is the sum of, to the cent, so that a reader can unfold it.
 *
 * @param label what it is
 * @param parts empty, or amounts that add up to {@code amount}
 */
public record Figure(String label, Money amount, List<Figure> parts) {
    public Figure {
        parts = List.copyOf(parts);
        if (!parts.isEmpty() && !sumOf(parts).equals(amount)) {
            throw new IllegalArgumentException(label + " is " + amount + ", its parts are " + sumOf(parts));
        }
    }

    static Figure of(String label, Money amount) {
        return new Figure(label, amount, List.of());
    }

    static Figure sum(String label, List<Figure> parts) {
        return new Figure(label, sumOf(parts), parts);
    }

    private static Money sumOf(List<Figure> parts) {
        return Money.sum(parts.stream().map(Figure::amount).toList());
    }
}
