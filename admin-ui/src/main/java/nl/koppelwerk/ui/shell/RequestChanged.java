package nl.koppelwerk.ui.shell;

import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.OrganisationId;

/** A family has changed what the plan for its request depends on. Told inside the transaction of the change. */
public record RequestChanged(OrganisationId organisation, SupportRequestId request) {}
