package nl.koppelwerk.domain.family;

import java.util.UUID;

/** Identifies a family. */
public record FamilyId(UUID value) {}
