package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Doer;

/** What is known of pairings beyond their step, kept. To be used inside one transaction of the organisation. */
public interface Lives {
    /** All that has happened to this pairing. */
    Life get(Pairing pairing);

    /** Whether the programme that the volunteer belongs to said yes; true also where that need not be asked. */
    boolean lenderAgrees(Pairing pairing);

    /**
     * Keeps the life as changed, with the change in the history and in the audit log.
     *
     * @throws nl.koppelwerk.pairing.OutdatedPairingException when the kept version is not the one before this
     */
    void keep(Life changed, Change change);

    /** Keeps what one side said, on a day that counts for this week of the rhythm. */
    void keep(Pairing pairing, int week, LocalDate heldOn, Action.HoldCheckIn held, Doer by);

    /** Keeps in the history what a side said when it could no longer change anything. */
    void remember(Pairing pairing, Change tooLate);

    /** Keeps who follows the pairing from now on, and is reminded of it. */
    void handTo(Pairing pairing, CoordinatorId coordinator);

    /** The family of this pairing no longer asks for what it was for. */
    void closeRequest(Pairing ended, LocalDate on);

    /** Keeps the two from being proposed together: for good, or until a day. */
    void block(Pairing ended, EndReason reason, Optional<LocalDate> until, CoordinatorId by);
}
