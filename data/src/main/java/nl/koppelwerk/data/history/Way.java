package nl.koppelwerk.data.history;

/** How a change came about. */
public enum Way {
    PAGE,
    /** The volunteer, on the own page. */
    OWN_PAGE,
    /** The family, on its page. */
    FAMILY_PAGE,
    IMPORT,
    MERGE,
    SOFTWARE
}
