package nl.koppelwerk.pairing;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/**
 * A pair that a coordinator makes.
 *
 * @param dayParts to be promised
 * @param justifications why a rule may be passed over, by the rule's name
 * @param note in the coordinator's own words
 */
public record HandMade(
        SupportRequestId request,
        VolunteerId volunteer,
        DayParts dayParts,
        Map<String, String> justifications,
        Optional<String> note) {
    /** Fewer letters than this are no reason. */
    public static final int SHORTEST_JUSTIFICATION = 10;

    public HandMade {
        justifications = Map.copyOf(justifications);
    }

    boolean justifies(Obstacle obstacle) {
        return obstacle.mayBeOverridden()
                && justifications.getOrDefault(obstacle.rule(), "").strip().length() >= SHORTEST_JUSTIFICATION;
    }
}
