package nl.koppelwerk.fairness;

/** By what families are put in groups; every request is in one group of each. */
public enum Dimension {
    /** The language that the family speaks best; Dutch when it speaks another as well as that. */
    LANGUAGE,
    /** The first three digits of the postcode: a group of neighbourhoods. */
    AREA,
    HOUSEHOLD,
    PROGRAMME
}
