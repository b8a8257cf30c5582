package nl.koppelwerk.problem;

/** A problem that contradicts itself; the message names the place, the value found and what was expected. */
public final class InvalidProblemException extends IllegalArgumentException {

    public InvalidProblemException(String message) {
        super(message);
    }
}
