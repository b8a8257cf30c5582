package nl.koppelwerk.explain;

import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.fit.Fit;

/** Another pair that could be made, and what it would cost. */
public record Alternative(SupportRequest request, Volunteer volunteer, int metres, Fit fit, Regret regret) {}
