package nl.koppelwerk.pairing;

import java.util.UUID;

/** Identifies the account of the coordinator who decides. */
public record CoordinatorId(UUID value) implements Doer {}
