package nl.koppelwerk.candidates;

import java.util.List;

/**
 * How the volunteers of an organisation fall away for one request, rule by rule.
 *
 * @param volunteers how many there were to begin with
 * @param falls in the order of the rules; only rules at which somebody fell
 * @param left how many no rule forbids
 */
public record Funnel(int volunteers, List<Fall> falls, int left) {
    public Funnel {
        falls = List.copyOf(falls);
    }

    /**
     * @param rule name of the rule
     * @param volunteers how many fell at this rule, having passed those before it
     */
    public record Fall(String rule, int volunteers) {}
}
