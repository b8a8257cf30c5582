package nl.koppelwerk.domain.family;

/** Who the adults in the household are. */
public enum Household {
    SINGLE_PARENT,
    COUPLE,
    OTHER
}
