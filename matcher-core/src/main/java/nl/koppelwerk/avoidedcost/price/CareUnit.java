package nl.koppelwerk.avoidedcost.price;

/** What one price buys. */
public enum CareUnit {
    MINUTE,
    HOUR,
    DAY_PART,
    DAY,
    /** Twenty-four hours, night included (Dutch: <i>etmaal</i>). */
    FULL_DAY,
    WEEK,
    MONTH,
    YEAR,
    PIECE
}
