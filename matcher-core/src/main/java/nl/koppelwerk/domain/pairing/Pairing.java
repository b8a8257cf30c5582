package nl.koppelwerk.domain.pairing;

import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/**
 * A family's request with a volunteer.
 *
 * @param dayParts promised day-parts of the week
 * @param version counts the changes; a decision on an outdated version is refused
 */
public record Pairing(
        PairingId id,
        OrganisationId organisation,
        SupportRequestId request,
        VolunteerId volunteer,
        DayParts dayParts,
        Step step,
        int version) {}
