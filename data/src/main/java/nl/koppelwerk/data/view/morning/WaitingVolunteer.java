package nl.koppelwerk.data.view.morning;

import java.time.LocalDate;
import java.util.Set;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A volunteer who is in no pairing and in no proposal.
 *
 * @param since the end of the last pairing, or the day of registration
 * @param first what has to be done before anybody can be proposed
 */
public record WaitingVolunteer(
        VolunteerId id,
        String name,
        SupportKind kind,
        int postcode,
        String town,
        Languages languages,
        LocalDate since,
        Set<First> first) {
    /** What stands in the way of any proposal. */
    public enum First {
        /** No certificate, or not a valid one. */
        SCREENING,
        /** Availability never confirmed, or too long ago. */
        AVAILABILITY
    }
}
