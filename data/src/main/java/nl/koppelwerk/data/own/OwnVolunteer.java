package nl.koppelwerk.data.own;

import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/** A volunteer as known before anybody has signed in. */
public record OwnVolunteer(OrganisationId organisation, VolunteerId volunteer) {}
