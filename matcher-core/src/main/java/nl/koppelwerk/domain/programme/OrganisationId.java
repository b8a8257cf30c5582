package nl.koppelwerk.domain.programme;

import java.util.UUID;

/** Whose data a row is; every row belongs to one organisation. */
public record OrganisationId(UUID value) {}
