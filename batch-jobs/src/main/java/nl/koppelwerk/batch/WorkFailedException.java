package nl.koppelwerk.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * Where and how a step failed, without what was said: a message may name a person, and this is kept in the job tables and
 * in the log.
 */
public final class WorkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkFailedException(String step, RuntimeException failure) {
        super(step + ": " + String.join(", ", kinds(failure)));
        setStackTrace(failure.getStackTrace());
    }

    private static List<String> kinds(Throwable failure) {
        List<String> kinds = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
        }
        return kinds;
    }
}
