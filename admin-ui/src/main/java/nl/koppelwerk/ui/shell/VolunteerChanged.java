package nl.koppelwerk.ui.shell;

import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A volunteer was added, or what the plan depends on has changed: availability, languages, limits, a pause. Told inside the
 * transaction of the change.
 */
public record VolunteerChanged(OrganisationId organisation, VolunteerId volunteer) {}
