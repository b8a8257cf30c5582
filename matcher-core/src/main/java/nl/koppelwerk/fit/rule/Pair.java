package nl.koppelwerk.fit.rule;

/** A request and a volunteer, whether or not the two fit. */
public record Pair(Asking asking, Offering offering) {
    /** The distance when one of the two postcodes is not known: further than any limit. */
    public static final int UNKNOWN_DISTANCE = Integer.MAX_VALUE;

    /** Distance as the crow flies between the two postcodes, or {@link #UNKNOWN_DISTANCE}. */
    public int metres() {
        return asking.place()
                .flatMap(from -> offering.place().map(to -> from.centre().metresTo(to.centre())))
                .orElse(UNKNOWN_DISTANCE);
    }
}
