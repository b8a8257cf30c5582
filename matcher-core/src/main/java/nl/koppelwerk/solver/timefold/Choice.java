package nl.koppelwerk.solver.timefold;

/** The value a placement takes: one of the request's pairs and the day-parts promised in it. */
public record Choice(int pair, VolunteerLimits volunteer, int value, int hours, short tag, long dayParts) {}
