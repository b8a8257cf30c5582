package nl.koppelwerk.domain.programme;

import java.util.Map;
import nl.koppelwerk.domain.language.Level;

/**
 * What a programme may set about its pair rules.
 *
 * @param version counts up with every change; kept with each run
 * @param screeningYears how long a screening certificate counts, in years
 * @param languageLevel level that both must speak a shared language at
 * @param maximumDistanceMetres no pair is further apart than this, whatever the two allow
 * @param unconfirmedDays availability not confirmed for longer than this many days counts as unknown
 * @param weights weight of each weighing rule by its name, 0 to 100; a rule not named here has its own default
 */
public record RuleSettings(
        int version,
        int screeningYears,
        Level languageLevel,
        int maximumDistanceMetres,
        int unconfirmedDays,
        Map<String, Integer> weights) {
    public static final RuleSettings DEFAULT = new RuleSettings(1, 3, Level.A2, 15_000, 180, Map.of());

    public RuleSettings {
        weights = Map.copyOf(weights);
        if (version < 1 || screeningYears < 1 || maximumDistanceMetres < 0 || unconfirmedDays < 1) {
            throw new IllegalArgumentException("rule settings out of range: version " + version + ", screening years "
                    + screeningYears + ", distance " + maximumDistanceMetres + " m, days " + unconfirmedDays);
        }
        weights.forEach((rule, weight) -> {
            if (weight < 0 || weight > 100) {
                throw new IllegalArgumentException("weight of " + rule + " is not 0 to 100: " + weight);
            }
        });
    }
}
