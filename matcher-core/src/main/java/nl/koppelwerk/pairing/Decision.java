package nl.koppelwerk.pairing;

import nl.koppelwerk.domain.pairing.Pairing;

/** What came of a decision that leaves nothing behind but the pairing itself. */
public sealed interface Decision {
    record Taken(Pairing pairing) implements Decision {}

    record Refused(Refusal refusal) implements Decision {}
}
