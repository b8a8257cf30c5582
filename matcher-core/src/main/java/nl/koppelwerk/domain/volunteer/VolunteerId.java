package nl.koppelwerk.domain.volunteer;

import java.util.UUID;

/** Identifies a volunteer. */
public record VolunteerId(UUID value) {}
