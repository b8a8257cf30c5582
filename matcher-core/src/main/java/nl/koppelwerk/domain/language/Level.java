package nl.koppelwerk.domain.language;

/** Levels of the Common European Framework of Reference (CEFR), lowest first; used for speech. */
public enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2;

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
