package nl.koppelwerk.domain.pairing;

import java.util.UUID;

/** Identifies a pairing. */
public record PairingId(UUID value) {}
