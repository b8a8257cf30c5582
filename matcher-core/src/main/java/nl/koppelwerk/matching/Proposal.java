package nl.koppelwerk.matching;

import java.util.List;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.rule.Finding;

/**
 * A pairing that the matching proposes and no one has confirmed yet.
 *
 * @param dayParts the day-parts of the week that the volunteer would come
 * @param metres how far apart they live
 * @param fit what every rule finds of the two
 */
public record Proposal(SupportRequestId request, VolunteerId volunteer, DayParts dayParts, int metres, Fit fit) {
    /** The findings worth telling a person. */
    public List<Finding> reasons() {
        return fit.reasons();
    }
}
