package nl.koppelwerk.data.view;

import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A family's request and a volunteer that somebody thinks of pairing.
 *
 * @param dayPartsPerWeek how many the request asks for
 */
public record PairSides(
        SupportRequestId request,
        VolunteerId volunteer,
        String familyName,
        String volunteerName,
        SupportKind kind,
        int dayPartsPerWeek) {}
