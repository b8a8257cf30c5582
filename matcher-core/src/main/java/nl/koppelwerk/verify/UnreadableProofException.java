package nl.koppelwerk.verify;

/** The bytes are no proof that this program can read: cut short, damaged, or of another version. */
public final class UnreadableProofException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableProofException(String message) {
        super(message);
    }
}
