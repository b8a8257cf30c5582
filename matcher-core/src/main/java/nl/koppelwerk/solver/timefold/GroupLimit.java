package nl.koppelwerk.solver.timefold;

/** How many newly served requests a group holds. */
public record GroupLimit(int id, int limit) {}
