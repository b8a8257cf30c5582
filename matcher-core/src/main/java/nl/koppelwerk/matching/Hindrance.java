package nl.koppelwerk.matching;

import java.util.Locale;

/** What keeps a volunteer whom no rule forbids from one more request in a plan. */
public enum Hindrance {
    /** Serves as many families as they want already. */
    FAMILIES,
    /** Has a heavy case already. */
    HEAVY,
    /** Has no hours left for it. */
    HOURS,
    /** Has promised the day-parts elsewhere, or the family has. */
    DAY_PARTS,
    /** The programme has no room for another introduction this week. */
    INTRODUCTIONS,
    /** Nothing: a better plan may exist. */
    NOTHING;

    String key() {
        return "matching.taken." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
