package nl.koppelwerk.avoidedcost.review;

/** A share in five categories, as in social return on investment: nobody can estimate it to the percent. */
public enum Share {
    NONE,
    QUARTER,
    HALF,
    THREE_QUARTERS,
    ALL;

    /** 0, 25, 50, 75 or 100. */
    public int percent() {
        return ordinal() * 25;
    }

    public Share oneLess() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    public Share oneMore() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }
}
