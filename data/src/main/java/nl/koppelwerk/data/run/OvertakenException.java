package nl.koppelwerk.data.run;

/** A later run of the organisation has started, so this one may no longer write. */
public final class OvertakenException extends RuntimeException {
    OvertakenException(Run run) {
        super("run " + run.id().value() + " with fence " + run.fence() + " has been overtaken by a later run");
    }
}
