package nl.koppelwerk.domain.programme;

import java.util.Map;
import nl.koppelwerk.domain.language.Level;

/**
 * What a programme may set about its pair rules.
 *
 * @param version counts up with every change; kept with each run
 * @param screeningYears how long a screening certificate counts, 1 to 10 years
 * @param languageLevel level that both must speak a shared language at
 * @param maximumDistanceMetres no pair is further apart than this, whatever the two allow; 0 to 100,000
 * @param unconfirmedDays availability not confirmed for longer than this many days counts as unknown; 1 to 1,000
 * @param weights weight of each weighing rule by its name, 0 to 100; a rule not named here has its own default
 */
public record RuleSettings(
        int version,
        int screeningYears,
        Level languageLevel,
        int maximumDistanceMetres,
        int unconfirmedDays,
        Map<String, Integer> weights) {
    public static final int MOST_SCREENING_YEARS = 10;
    public static final int MOST_METRES = 100_000;
    public static final int MOST_UNCONFIRMED_DAYS = 1_000;
    public static final int MOST_WEIGHT = 100;

    public static final RuleSettings DEFAULT = new RuleSettings(1, 3, Level.A2, 15_000, 180, Map.of());

    public RuleSettings {
        weights = Map.copyOf(weights);
        if (version < 1
                || isOutside(screeningYears, 1, MOST_SCREENING_YEARS)
                || isOutside(maximumDistanceMetres, 0, MOST_METRES)
                || isOutside(unconfirmedDays, 1, MOST_UNCONFIRMED_DAYS)) {
            throw new IllegalArgumentException("rule settings out of range: version " + version + ", screening years "
                    + screeningYears + ", distance " + maximumDistanceMetres + " m, days " + unconfirmedDays);
        }
        weights.forEach((rule, weight) -> {
            if (isOutside(weight, 0, MOST_WEIGHT)) {
                throw new IllegalArgumentException("weight of " + rule + " is not 0 to 100: " + weight);
            }
        });
    }

    private static boolean isOutside(int value, int least, int most) {
        return value < least || value > most;
    }

    public RuleSettings withVersion(int other) {
        return new RuleSettings(other, screeningYears, languageLevel, maximumDistanceMetres, unconfirmedDays, weights);
    }

    /** Whether the rules are the same, whatever the versions. */
    public boolean sameAs(RuleSettings other) {
        return withVersion(other.version).equals(other);
    }
}
