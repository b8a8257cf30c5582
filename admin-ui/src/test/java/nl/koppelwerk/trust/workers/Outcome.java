package nl.koppelwerk.trust.workers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a night.
 *
 * @param proposals each with its day-parts, fit and reasons
 * @param figures weights, fit and bounds of the run
 * @param taken pieces that workers answered, and were at
 * @param struck whether a worker was at a piece when it was killed or frozen
 * @param problems what did not go as promised, apart from the outcome
 */
record Outcome(
        List<String> proposals,
        String figures,
        double seconds,
        long taken,
        long left,
        boolean struck,
        List<String> problems) {

    /** How many proposals or figures are not as in the other night, and each of them. */
    List<String> differences(Outcome other) {
        List<String> found = new ArrayList<>();
        Set<String> here = new HashSet<>(proposals);
        Set<String> there = new HashSet<>(other.proposals());
        here.stream().filter(one -> !there.contains(one)).forEach(one -> found.add("only with workers: " + one));
        there.stream().filter(one -> !here.contains(one)).forEach(one -> found.add("only without: " + one));
        if (!figures.equals(other.figures())) {
            found.add("figures " + figures + " instead of " + other.figures());
        }
        return found;
    }
}
