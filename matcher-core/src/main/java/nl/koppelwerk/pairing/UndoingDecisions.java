package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/**
 * A coordinator takes the last decision back, within a minute and only while nothing has come of it. The history keeps
 * both: what was decided, and that it was undone.
 */
public final class UndoingDecisions {
    public static final Duration WITHIN = Duration.ofMinutes(1);

    private final Pairings pairings;
    private final Clock clock;
    private final Decisions decisions;

    /** @param clock in the zone of the coordinators */
    public UndoingDecisions(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.clock = clock;
        this.decisions = new Decisions(pairings, clock);
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the pairing that the decision left
     */
    public Decision undo(PairingId id, int version, CoordinatorId by) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Decision.Refused(new Refusal.Gone());
        }
        Pairing pairing = held.get();
        Optional<Change> last = pairings.lastChange(id)
                .filter(change -> change.by().equals(by) && pairing.version() == version && isDecision(change));
        if (last.isEmpty()) {
            return new Decision.Refused(new Refusal.MovedOn());
        }
        if (last.get().at().plus(WITHIN).isBefore(clock.instant())) {
            return new Decision.Refused(new Refusal.UndoTooLate());
        }
        return takenBack(pairing, last.get());
    }

    private static boolean isDecision(Change change) {
        return change.from() == Step.PROPOSED
                && !isBecause(change, Occasion.UNDONE)
                && !isBecause(change, Occasion.REPLACED)
                && !isBecause(change, Occasion.RELEASED);
    }

    private static boolean isBecause(Change change, Occasion occasion) {
        return change.reason().filter(occasion.name()::equals).isPresent();
    }

    private Decision takenBack(Pairing pairing, Change last) {
        if (isBecause(last, Occasion.BY_HAND)) {
            Pairing ended = pairing.to(Step.ENDED);
            pairings.keep(ended, undone(pairing.step(), Step.ENDED, last.by()));
            pairings.findReplaced(pairing, last)
                    .ifPresent(before ->
                            pairings.keep(before.reopened(), undone(before.step(), Step.PROPOSED, last.by())));
            return new Decision.Taken(ended);
        }
        Optional<Pairing> other =
                pairings.standing(pairing.request()).filter(one -> !one.id().equals(pairing.id()));
        if (other.isPresent() && !isUntouched(other.get())) {
            return new Decision.Refused(new Refusal.MovedOn());
        }
        other.ifPresent(newer -> pairings.keep(
                newer.to(Step.ENDED), decisions.change(Step.PROPOSED, Step.ENDED, last.by(), Occasion.REPLACED)));
        if (last.to() == Step.ENDED) {
            pairings.lift(pairing, last);
        }
        Pairing proposal = pairing.reopened();
        pairings.keep(proposal, undone(last.to(), Step.PROPOSED, last.by()));
        return new Decision.Taken(proposal);
    }

    /** Proposed since, for the same request, and nobody has done anything with it. */
    private boolean isUntouched(Pairing other) {
        return other.step() == Step.PROPOSED && !pairings.reserved(other.id(), decisions.today());
    }

    private Change undone(Step from, Step to, Doer by) {
        return decisions.change(from, to, by, Occasion.UNDONE);
    }
}
