package nl.koppelwerk.avoidedcost.uncertainty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.Money;

/** What the outcome does when one parameter changes and all others stay. */
public final class Sensitivity {
    /**
     * Net present value at both ends of one parameter.
     *
     * @param careful with the more careful value; usually the lower outcome
     */
    public record Swing(Parameter parameter, Money careful, Money hopeful) {
        public Money width() {
            return new Money(Math.abs(hopeful.minus(careful).cents()));
        }
    }

    private Sensitivity() {}

    /** All parameters, the one that moves the outcome most first. */
    public static List<Swing> of(Scenario scenario) {
        return Arrays.stream(Parameter.values())
                .map(parameter -> new Swing(
                        parameter,
                        parameter.careful(scenario).summary().netPresentValue(),
                        parameter.hopeful(scenario).summary().netPresentValue()))
                .sorted(Comparator.comparing(Swing::width).reversed().thenComparing(Swing::parameter))
                .toList();
    }
}
