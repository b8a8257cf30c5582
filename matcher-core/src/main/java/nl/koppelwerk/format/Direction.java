package nl.koppelwerk.format;

/** Whether a published problem counts what assignments cost or what they bring. */
public enum Direction {
    MINIMISE,
    MAXIMISE;

    int toValue(int published) {
        return this == MINIMISE ? Math.negateExact(published) : published;
    }

    /** The published objective of this second level. */
    public long toPublished(long fit) {
        return this == MINIMISE ? Math.negateExact(fit) : fit;
    }
}
