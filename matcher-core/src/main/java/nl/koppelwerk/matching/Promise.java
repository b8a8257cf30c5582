package nl.koppelwerk.matching;

import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/** Who comes to whom and when: what a proposal or a pairing comes down to when it is checked. */
public record Promise(SupportRequestId request, VolunteerId volunteer, DayParts dayParts) {
    public static Promise of(Pairing pairing) {
        return new Promise(pairing.request(), pairing.volunteer(), pairing.dayParts());
    }

    public static Promise of(Proposal proposal) {
        return new Promise(proposal.request(), proposal.volunteer(), proposal.dayParts());
    }
}
