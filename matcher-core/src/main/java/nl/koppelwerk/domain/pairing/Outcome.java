package nl.koppelwerk.domain.pairing;

/** What a pairing came to, looked back on at its end. */
public enum Outcome {
    REACHED,
    PARTLY_REACHED,
    NOT_REACHED,
    /** It ended before the trial began. */
    NEVER_STARTED
}
