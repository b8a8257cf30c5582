package nl.koppelwerk.domain.programme;

import java.util.UUID;

/** Identifies a programme. */
public record ProgrammeId(UUID value) {}
