package nl.koppelwerk.avoidedcost.calculation;

/** What is taken off a gross benefit, in this order; the bars of the waterfall from gross to present value. */
public enum Step {
    DEADWEIGHT,
    ATTRIBUTION,
    /** What programmes together claimed above the whole. */
    CLAIMED_ABOVE_THE_WHOLE,
    DISPLACEMENT,
    DROP_OFF,
    OPTIMISM,
    /** What was counted with a child of the family already. */
    COUNTED_WITH_A_CHILD,
    DISCOUNTING
}
