package nl.koppelwerk.solver.search;

/** A change of several requests at once: their new pairs (-1: unserved) and day-parts. */
public record Proposal(int[] request, int[] pair, long[] dayParts) {}
