package nl.koppelwerk.data.cipher;

/** A value that was changed, was moved, or belongs to another key; says where it claims to belong, never what it held. */
public final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    BrokenSeal(String place) {
        super("the value of " + place + " cannot be read: it was changed or moved, or its key is another one");
        this.place = place;
    }

    /** Table and column, and the row where that is known. */
    public String place() {
        return place;
    }
}
