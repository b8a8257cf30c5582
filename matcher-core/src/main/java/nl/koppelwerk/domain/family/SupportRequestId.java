package nl.koppelwerk.domain.family;

import java.util.UUID;

/** Identifies a support request. */
public record SupportRequestId(UUID value) {}
