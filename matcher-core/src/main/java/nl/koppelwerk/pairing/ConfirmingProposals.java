package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;

/**
 * A coordinator accepts what was proposed. Everything is looked at again as it is at this moment, because a night has
 * passed and a colleague may have given the volunteer to another family a second ago.
 */
public final class ConfirmingProposals {
    private final Pairings pairings;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public ConfirmingProposals(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.clock = clock;
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
        Optional<Refusal> refusal = Decisions.tooLate(held.get(), version).or(() -> obstacle(held.get()));
        if (refusal.isPresent()) {
            return new Confirmation.Refused(refusal.get());
        }
        Pairing accepted = held.get().to(Step.ACCEPTED);
        pairings.keep(
                accepted,
                new Change(Step.PROPOSED, Step.ACCEPTED, by, clock.instant(), Optional.empty(), Optional.empty()));
        return new Confirmation.Confirmed(accepted);
    }

    private Optional<Refusal> obstacle(Pairing pairing) {
        Snapshot around = pairings.around(pairing, LocalDate.now(clock));
        Commitments commitments = new Commitments(around, pairing);
        if (!pairings.open(commitments.request())) {
            return Optional.of(new Refusal.RequestClosed());
        }
        return commitments.obstacle().or(() -> unfit(around, pairing));
    }

    /** The rules that proposed the pair, asked again today. */
    private static Optional<Refusal> unfit(Snapshot around, Pairing pairing) {
        return Rules.firstObstacle(new Sides(around).getPair(pairing.request(), pairing.volunteer()))
                .map(Refusal.DoesNotFit::new);
    }
}
