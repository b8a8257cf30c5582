package nl.koppelwerk.pairing;

import nl.koppelwerk.domain.pairing.Pairing;

/** What came of confirming a proposal. */
public sealed interface Confirmation {
    record Confirmed(Pairing pairing) implements Confirmation {}

    record Refused(Refusal refusal) implements Confirmation {}
}
