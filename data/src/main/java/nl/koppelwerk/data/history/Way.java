package nl.koppelwerk.data.history;

/** How a change came about. */
public enum Way {
    PAGE,
    IMPORT,
    MERGE,
    SOFTWARE
}
