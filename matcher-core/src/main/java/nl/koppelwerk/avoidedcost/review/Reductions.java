package nl.koppelwerk.avoidedcost.review;

/**
 * What is taken off a benefit before anyone may claim it.
 *
 * @param deadweight share that would have happened anyway
 * @param attribution share that others brought about
 * @param displacement share that only moved to another place or payer
 * @param dropOffPerYear share of the benefit that wears off each year after the first
 */
public record Reductions(Share deadweight, Share attribution, Share displacement, Share dropOffPerYear) {
    public static final Reductions NONE = new Reductions(Share.NONE, Share.NONE, Share.NONE, Share.NONE);

    public Reductions withDeadweight(Share share) {
        return new Reductions(share, attribution, displacement, dropOffPerYear);
    }

    public Reductions withAttribution(Share share) {
        return new Reductions(deadweight, share, displacement, dropOffPerYear);
    }

    public Reductions withDisplacement(Share share) {
        return new Reductions(deadweight, attribution, share, dropOffPerYear);
    }

    public Reductions withDropOff(Share share) {
        return new Reductions(deadweight, attribution, displacement, share);
    }
}
