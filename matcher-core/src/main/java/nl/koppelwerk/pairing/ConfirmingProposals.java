package nl.koppelwerk.pairing;

import java.time.Clock;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/**
 * A coordinator accepts what was proposed. Everything is looked at again as it is at this moment, because a night has
 * passed and a colleague may have given the volunteer to another family a second ago.
 */
public final class ConfirmingProposals {
    private final Pairings pairings;
    private final Decisions decisions;

    /** @param clock in the zone of the coordinators */
    public ConfirmingProposals(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.decisions = new Decisions(pairings, clock);
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the proposal that the coordinator saw
     */
    public Confirmation confirm(PairingId id, int version, CoordinatorId by) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Confirmation.Refused(new Refusal.Gone());
        }
        Pairing proposal = held.get();
        Optional<Refusal> refusal = Decisions.tooLate(proposal, version).or(() -> decisions.obstacle(proposal));
        if (refusal.isPresent()) {
            return new Confirmation.Refused(refusal.get());
        }
        Pairing accepted = proposal.to(Step.ACCEPTED);
        pairings.keep(accepted, decisions.change(Step.PROPOSED, Step.ACCEPTED, by, Optional.empty(), Optional.empty()));
        return new Confirmation.Confirmed(accepted);
    }
}
