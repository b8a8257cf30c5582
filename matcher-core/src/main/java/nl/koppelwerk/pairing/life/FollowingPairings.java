package nl.koppelwerk.pairing.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.Doer;
import nl.koppelwerk.pairing.Pairings;

/** A coordinator follows a pairing from its acceptance to its end: one action at a time, each on what was seen. */
public final class FollowingPairings {
    private final Pairings pairings;
    private final Lives lives;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public FollowingPairings(Pairings pairings, Lives lives, Clock clock) {
        this.pairings = pairings;
        this.lives = lives;
        this.clock = clock;
    }

    /**
     * Inside one transaction of the organisation.
     *
     * @param version of the pairing that the coordinator saw
     * @param note in the coordinator's own words; may be empty
     */
    public Advance follow(PairingId id, int version, Action action, Optional<String> note, CoordinatorId by) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Advance.Refused(new NotPossible.Gone());
        }
        if (held.get().version() != version) {
            return new Advance.Refused(new NotPossible.Changed());
        }
        if (action instanceof Action.Ask && !lives.lenderAgrees(held.get())) {
            return new Advance.Refused(new NotPossible.LenderFirst());
        }
        Life before = lives.get(held.get());
        Advance advance = Moves.after(before, action, LocalDate.now(clock));
        if (advance instanceof Advance.Done(Life after)) {
            lives.keep(after, change(before, after, action, note, by));
            keep(before, after, action, by);
        }
        return advance;
    }

    /**
     * One of the two sides speaks for itself: an answer or a check-in, and nothing that a coordinator decides. Said on the
     * pairing as it is now; what comes too late changes nothing and stays in the history.
     */
    public Advance hear(PairingId id, Action.Said said) {
        Optional<Pairing> held = pairings.hold(id);
        if (held.isEmpty()) {
            return new Advance.Refused(new NotPossible.Gone());
        }
        Life before = lives.get(held.get());
        Doer by = new Doer.Oneself(said.side());
        Advance advance = Moves.after(before, said, LocalDate.now(clock));
        if (advance instanceof Advance.Done(Life after)) {
            lives.keep(after, change(before, after, said, Optional.empty(), by));
            heard(before, after, said, by);
        } else if (before.step().ordinal() > Step.ASKED.ordinal()) {
            lives.remember(before.pairing(), change(before, before, said, Optional.empty(), by));
        }
        return advance;
    }

    private Change change(Life before, Life after, Action action, Optional<String> note, Doer by) {
        return new Change(
                before.step(),
                after.step(),
                by,
                clock.instant(),
                Optional.of(action.word()),
                note,
                action instanceof Action.Answer answer ? answer.because() : Optional.empty());
    }

    private void heard(Life before, Life after, Action.Said said, Doer by) {
        if (said instanceof Action.HoldCheckIn held) {
            LocalDate today = LocalDate.now(clock);
            lives.keep(after.pairing(), before.weekToHold(held.side(), today).orElseThrow(), today, held, by);
        }
    }

    private void keep(Life before, Life after, Action action, CoordinatorId by) {
        LocalDate today = LocalDate.now(clock);
        switch (action) {
            case Action.Said said -> heard(before, after, said, by);
            case Action.TakeOn take -> lives.handTo(after.pairing(), by);
            case Action.End end -> end(after.pairing(), end, today, by);
            default -> {}
        }
    }

    private void end(Pairing ended, Action.End end, LocalDate today, CoordinatorId by) {
        EndReason reason = end.reason();
        lives.block(
                ended,
                reason,
                reason.lasting() ? Optional.empty() : Optional.of(today.plusDays(DecliningProposals.PASSING_DAYS)),
                by);
        if (!end.asksAgain()) {
            lives.closeRequest(ended, today);
        }
    }
}
