package nl.koppelwerk.exact;

/**
 * When to give up. Nodes end a search alike on any machine; the clock is a safety net, and the result says if it struck.
 *
 * @param nodes branches looked at, a level
 * @param millis on the clock, both levels together
 */
public record Limits(int nodes, long millis) {}
