package nl.koppelwerk.data.run;

import java.util.Optional;

/**
 * What a run came to.
 *
 * @param servedWeight first level: weighted requests served
 * @param servedWeightBound what no plan can exceed on the first level
 * @param fit second level: how well the pairs fit
 * @param fitBound what no plan with this {@code servedWeight} can exceed on the second level, where known
 * @param requests requests that asked for a new volunteer
 * @param feasiblePairs pairs that no rule forbids
 * @param timeLimitReached whether the clock ended the search, so that another machine may find other proposals
 */
public record Figures(
        long servedWeight,
        long servedWeightBound,
        long fit,
        Optional<Long> fitBound,
        int requests,
        int volunteers,
        long feasiblePairs,
        int proposed,
        int unpaired,
        int meanDistanceMetres,
        boolean timeLimitReached) {
    public Figures {
        if (servedWeight > servedWeightBound || proposed + unpaired > requests) {
            throw new IllegalArgumentException("figures contradict: weight " + servedWeight + " of at most "
                    + servedWeightBound + ", proposed " + proposed + " and unpaired " + unpaired + " of " + requests);
        }
    }

    /** How far at most from the best possible on the first level, as a fraction of the bound. */
    public double gap() {
        return servedWeightBound == 0 ? 0 : (double) (servedWeightBound - servedWeight) / servedWeightBound;
    }
}
