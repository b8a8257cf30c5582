package nl.koppelwerk.data.store;

/** What became of rows that were saved: new, different from what was there, or the same. */
public record Saved(int added, int changed, int unchanged) {
    static final Saved NOTHING = new Saved(0, 0, 0);

    Saved plus(Saved other) {
        return new Saved(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
}
