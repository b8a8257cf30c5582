package nl.koppelwerk.data.view;

import java.util.List;
import nl.koppelwerk.explain.Shift;
import nl.koppelwerk.fairness.Fairness;

/**
 * What a published run tells about itself when its proposals are laid beside what it was decided on.
 *
 * @param kept proposals that the night before had as well
 * @param fresh proposals for requests that had none the night before
 * @param shifts proposals of the night before that are not there again
 */
public record RunReport(Fairness fairness, int kept, int fresh, List<Shift> shifts) {
    public RunReport {
        shifts = List.copyOf(shifts);
    }
}
