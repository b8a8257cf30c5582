package nl.koppelwerk.fit.rule;

import java.util.Locale;

/** How a rule turns out for a pair; each has its own sentence. */
public enum Outcome {
    /** The pair meets the rule, or meets it well. */
    YES,
    /** The pair does not meet the rule, or not so well. */
    NO,
    /** The rule asks nothing here; not worth saying among the reasons. */
    MOOT,
    /** Something is not known, so that a person has to look. */
    UNKNOWN;

    /** The inverse of {@link #key()}. */
    public static Outcome ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
