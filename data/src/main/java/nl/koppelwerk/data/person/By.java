package nl.koppelwerk.data.person;

import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;

/** Who does something to the records of an organisation. */
public record By(OrganisationId organisation, UUID account) {}
