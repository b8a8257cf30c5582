package nl.koppelwerk.solver.timefold;

/** What a volunteer can take on at most. */
public record VolunteerLimits(int id, int number, int heavy, int hours) {}
