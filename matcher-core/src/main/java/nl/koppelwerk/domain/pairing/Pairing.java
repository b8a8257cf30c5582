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
        int version) {

    /**
     * The pairing one step further, as a new version.
     *
     * @throws IllegalStateException when that step does not follow
     */
    public Pairing to(Step next) {
        if (!step.mayGoTo(next)) {
            throw new IllegalStateException("pairing " + id.value() + " does not go from " + step + " to " + next);
        }
        return new Pairing(id, organisation, request, volunteer, dayParts, next, version + 1);
    }

    /**
     * A proposal again, as a new version: a decision on it is taken back, or it is looked at once more.
     *
     * @throws IllegalStateException once the people themselves have been asked
     */
    public Pairing reopened() {
        if (step != Step.PROPOSED && step != Step.ACCEPTED && step != Step.ENDED) {
            throw new IllegalStateException("pairing " + id.value() + " does not go back from " + step);
        }
        return new Pairing(id, organisation, request, volunteer, dayParts, Step.PROPOSED, version + 1);
    }

    /** The pairing in the same step, as a new version: something else about it changed. */
    public Pairing again() {
        return new Pairing(id, organisation, request, volunteer, dayParts, step, version + 1);
    }
}
