package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/** A coordinator turns a proposal down, and with it the pair: for good, or for a while. */
public final class DecliningProposals {
    /** How long a pair declined for a passing reason is left alone, in days. */
    public static final int PASSING_DAYS = 28;

    private final Pairings pairings;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public DecliningProposals(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.clock = clock;
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the proposal that the coordinator saw
     * @param note in the coordinator's own words; may be empty
     */
    public Decline decline(PairingId id, int version, DeclineReason reason, Optional<String> note, CoordinatorId by) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Decline.Refused(new Refusal.Gone());
        }
        Optional<Refusal> refusal = Decisions.tooLate(held.get(), version);
        if (refusal.isPresent()) {
            return new Decline.Refused(refusal.get());
        }
        Pairing ended = held.get().to(Step.ENDED);
        Block block = block(held.get(), reason);
        pairings.keep(
                ended, new Change(Step.PROPOSED, Step.ENDED, by, clock.instant(), Optional.of(reason.name()), note));
        pairings.keep(block, reason, by);
        return new Decline.Declined(ended, block);
    }

    private Block block(Pairing pairing, DeclineReason reason) {
        LocalDate today = LocalDate.now(clock);
        FamilyId family = pairings.around(pairing, today).requests().stream()
                .filter(request -> request.id().equals(pairing.request()))
                .map(SupportRequest::family)
                .findFirst()
                .orElseThrow();
        Optional<LocalDate> until = reason.lasting() ? Optional.empty() : Optional.of(today.plusDays(PASSING_DAYS));
        return new Block(family, pairing.volunteer(), until);
    }
}
