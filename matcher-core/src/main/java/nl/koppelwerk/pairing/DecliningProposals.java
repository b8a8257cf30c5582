package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;

/** A coordinator turns a proposal down, and with it the pair: for good, or for a while. */
public final class DecliningProposals {
    /** How long a pair declined for a passing reason is left alone when nobody chooses a date, in days. */
    public static final int PASSING_DAYS = 28;

    /** The longest that a passing reason may last, in days. */
    public static final int PASSING_DAYS_AT_MOST = 366;

    private final Pairings pairings;
    private final Decisions decisions;

    /** @param clock in the zone of the coordinators */
    public DecliningProposals(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.decisions = new Decisions(pairings, clock);
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the proposal that the coordinator saw
     */
    public Decline decline(PairingId id, int version, Declining declining, CoordinatorId by) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Decline.Refused(new Refusal.Gone());
        }
        Optional<LocalDate> until = until(declining);
        Optional<Refusal> refusal = Decisions.tooLate(held.get(), version)
                .or(() -> until.flatMap(day -> decisions.wrongDate(day, PASSING_DAYS_AT_MOST)));
        if (refusal.isPresent()) {
            return new Decline.Refused(refusal.get());
        }
        Pairing ended = held.get().to(Step.ENDED);
        Block block = new Block(family(ended), ended.volunteer(), until);
        pairings.keep(
                ended,
                decisions.change(
                        Step.PROPOSED,
                        Step.ENDED,
                        by,
                        Optional.of(declining.reason().name()),
                        declining.note()));
        pairings.keep(block, declining.reason(), by);
        return new Decline.Declined(ended, block);
    }

    private Optional<LocalDate> until(Declining declining) {
        return declining.reason().lasting()
                ? Optional.empty()
                : Optional.of(declining.until().orElse(decisions.today().plusDays(PASSING_DAYS)));
    }

    private FamilyId family(Pairing pairing) {
        return pairings.around(pairing, decisions.today()).requests().stream()
                .filter(request -> request.id().equals(pairing.request()))
                .map(SupportRequest::family)
                .findFirst()
                .orElseThrow();
    }
}
