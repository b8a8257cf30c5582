package nl.koppelwerk.batch.standing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * What a decision or a change touches: requests that look for somebody again, and volunteers who may have room again.
 * Proposals that no longer hold are found without being named here.
 *
 * @param by whose decision it was; empty: nobody's
 */
public record Touched(Set<SupportRequestId> requests, Set<VolunteerId> volunteers, Optional<UUID> by) {
    public Touched {
        requests = Set.copyOf(requests);
        volunteers = Set.copyOf(volunteers);
    }

    /** A decision on a pairing, whatever it was. */
    public static Touched by(UUID account, Pairing pairing) {
        return new Touched(Set.of(pairing.request()), Set.of(pairing.volunteer()), Optional.of(account));
    }

    public static Touched by(UUID account, SupportRequestId request, VolunteerId volunteer) {
        return new Touched(Set.of(request), Set.of(volunteer), Optional.of(account));
    }
}
