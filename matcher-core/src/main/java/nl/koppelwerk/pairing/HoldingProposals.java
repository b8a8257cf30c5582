package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/**
 * A coordinator keeps a proposed volunteer for a family for some days, to think or to ask around. Until then nights leave
 * the two alone and nobody else gets the room; afterwards it is an ordinary proposal again, by itself.
 */
public final class HoldingProposals {
    /** How long a volunteer is held when nobody chooses a date, in days. */
    public static final int USUAL_DAYS = 7;

    /** The longest that a volunteer is held, in days. */
    public static final int DAYS_AT_MOST = 28;

    private final Pairings pairings;
    private final Decisions decisions;

    /** @param clock in the zone of the coordinators */
    public HoldingProposals(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.decisions = new Decisions(pairings, clock);
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the proposal that the coordinator saw
     * @param until first day on which the volunteer is free again; empty: the usual time
     */
    public Decision hold(PairingId id, int version, Optional<LocalDate> until, CoordinatorId by) {
        LocalDate day = until.orElse(decisions.today().plusDays(USUAL_DAYS));
        Optional<Pairing> seen = pairings.hold(id);
        if (seen.isEmpty()) {
            return new Decision.Refused(new Refusal.Gone());
        }
        Pairing proposal = seen.get();
        Optional<Refusal> refusal = Decisions.tooLate(proposal, version)
                .or(() -> decisions.wrongDate(day, DAYS_AT_MOST))
                .or(() -> decisions.obstacle(proposal));
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Pairing reserved = proposal.reopened();
        pairings.reserve(reserved, day, decisions.change(Step.PROPOSED, Step.PROPOSED, by, Occasion.HELD));
        return new Decision.Taken(reserved);
    }

    /**
     * Gives the volunteer free again before the day that was agreed. Inside one transaction of the organisation.
     *
     * @param version of the proposal that the coordinator saw
     */
    public Decision release(PairingId id, int version, CoordinatorId by) {
        Optional<Pairing> seen = pairings.hold(id);
        if (seen.isEmpty()) {
            return new Decision.Refused(new Refusal.Gone());
        }
        Optional<Refusal> refusal = Decisions.tooLate(seen.get(), version);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Pairing released = seen.get().reopened();
        pairings.keep(released, decisions.change(Step.PROPOSED, Step.PROPOSED, by, Occasion.RELEASED));
        return new Decision.Taken(released);
    }
}
