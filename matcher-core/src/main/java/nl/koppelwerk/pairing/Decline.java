package nl.koppelwerk.pairing;

import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;

/** What came of declining a proposal. */
public sealed interface Decline {
    /** @param block how long the two are not proposed together again */
    record Declined(Pairing pairing, Block block) implements Decline {}

    record Refused(Refusal refusal) implements Decline {}
}
