package nl.koppelwerk.format;

/** A file that is not what it should be; the message names the line and the value. */
public final class MalformedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedFileException(String message) {
        super(message);
    }
}
