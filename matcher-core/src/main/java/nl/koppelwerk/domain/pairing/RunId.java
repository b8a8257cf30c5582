package nl.koppelwerk.domain.pairing;

/**
 * Number of a nightly run, counted up over all organisations: {@code check 12} names one.
 *
 * @param value 1 or more
 */
public record RunId(long value) {}
