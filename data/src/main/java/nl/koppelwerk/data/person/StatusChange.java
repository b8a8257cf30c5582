package nl.koppelwerk.data.person;

/** What came of closing, opening, pausing or stopping. */
public enum StatusChange {
    DONE,
    /** Somebody else changed it meanwhile. */
    OUTDATED,
    /** A pairing is under way: that is ended first. */
    PAIRING_UNDER_WAY,
    /** The volunteer withdrew consent, and agrees first. */
    CONSENT_WITHDRAWN,
    /** There is none, or it was merged into another. */
    GONE
}
