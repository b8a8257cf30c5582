package nl.koppelwerk.pairing;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.snapshot.Snapshot;

/** The pairings of one organisation, kept. To be used inside one transaction of that organisation. */
public interface Pairings {
    Optional<Pairing> find(PairingId id);

    /**
     * The pairing as it is now, with its family and its volunteer held until the transaction ends: nobody else decides
     * about either of them meanwhile. Waits for whoever holds them. Empty when there is no such pairing, or no longer.
     */
    Optional<Pairing> hold(PairingId id);

    /**
     * All that a decision on this pairing depends on, as it is now: the two themselves, and what each is in already with
     * others ({@link Snapshot#fixed()}, with the requests and people of those).
     */
    Snapshot around(Pairing pairing, LocalDate day);

    /** Whether the request still waits for a volunteer. */
    boolean open(SupportRequest request);

    /**
     * Keeps the pairing as changed, and the change in its history.
     *
     * @throws OutdatedPairingException when the kept version is not the one before this
     */
    void keep(Pairing changed, Change change);

    /** Keeps the two from being proposed together; the longer of two blocks holds. */
    void keep(Block block, DeclineReason reason, CoordinatorId by);
}
