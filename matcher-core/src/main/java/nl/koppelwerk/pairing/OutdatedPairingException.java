package nl.koppelwerk.pairing;

import nl.koppelwerk.domain.pairing.Pairing;

/** Somebody changed the pairing since it was read. */
public final class OutdatedPairingException extends RuntimeException {
    public OutdatedPairingException(Pairing changed) {
        super("pairing " + changed.id().value() + " is no longer at version " + (changed.version() - 1));
    }
}
