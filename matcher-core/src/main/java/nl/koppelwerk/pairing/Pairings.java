package nl.koppelwerk.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/** The pairings of one organisation, kept. To be used inside one transaction of that organisation. */
public interface Pairings {
    Optional<Pairing> find(PairingId id);

    /**
     * The pairing as it is now, with its family, its volunteer and its programme held until the transaction ends: nobody
     * else decides about any of them meanwhile. Waits for whoever holds them. Empty when there is no such pairing, or no longer.
     */
    Optional<Pairing> hold(PairingId id);

    /** As {@link #hold(PairingId)}, for two who are in no pairing yet; false when one of them is not known. */
    boolean hold(SupportRequestId request, VolunteerId volunteer);

    /** A proposal that is not kept yet; empty when there is no such request or volunteer. */
    Optional<Pairing> sketch(PairingId id, HandMade wanted);

    /**
     * All that a decision on this pairing depends on, as it is now: the two themselves, and what each is in already with
     * others ({@link Snapshot#fixed()}, with the requests and people of those).
     */
    Snapshot around(Pairing pairing, LocalDate day);

    /** Pairings of this request's programme that are on their way to an introduction, those of other requests. */
    int introductionsUnderWay(SupportRequestId request);

    /** Whether the request still waits for a volunteer. */
    boolean open(SupportRequestId request);

    /** The pairing that the request is in, from proposal on; a request is in one at most. */
    Optional<Pairing> standing(SupportRequestId request);

    /** Whether the volunteer is held for the family on this day. */
    boolean reserved(PairingId proposal, LocalDate day);

    /** The last thing that a person did with it. */
    Optional<Change> lastChange(PairingId id);

    /** The proposal that made way for this pairing in the same decision. */
    Optional<Pairing> findReplaced(Pairing pairing, Change decision);

    /** Adds a proposal that a person makes. */
    void add(Pairing proposal, CoordinatorId by, Instant at);

    /**
     * Keeps the pairing as changed, and the change in its history.
     *
     * @throws OutdatedPairingException when the kept version is not the one before this
     */
    void keep(Pairing changed, Change change);

    /**
     * Keeps the proposal as one that nights leave alone until this day.
     *
     * @throws OutdatedPairingException when the kept version is not the one before this
     */
    void reserve(Pairing proposal, LocalDate until, Change change);

    /** Keeps which rule was passed over, and why that may be. */
    void keepOverridden(PairingId pairing, String rule, String justification);

    /** Keeps the two from being proposed together; the longer of two blocks holds. */
    void keep(Block block, DeclineReason reason, CoordinatorId by);

    /** Takes away the block that declining this pairing left behind, and no other. */
    void lift(Pairing declined, Change decline);
}
