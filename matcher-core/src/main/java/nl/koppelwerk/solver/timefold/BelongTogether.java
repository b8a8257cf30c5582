package nl.koppelwerk.solver.timefold;

/** Two requests of one family. */
public record BelongTogether(int first, int second, int penalty) {}
