package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.data.run.Run;

/** What is reckoned from a night once its proposals stand. Whatever becomes of it, the night has succeeded. */
@FunctionalInterface
public interface AfterNight {
    /** Called under the lock of the organisation; does not throw. */
    void reckon(Run published);
}
