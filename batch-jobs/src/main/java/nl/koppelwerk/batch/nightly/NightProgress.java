package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.solver.Progress;

/** Told how far the night is; may be called from several threads at once. */
@FunctionalInterface
public interface NightProgress {
    NightProgress NONE = (stage, share) -> {};

    /** @param share of this stage, 0 to 1 */
    void report(Stage stage, double share);

    /** Within {@link Stage#MATCH}: which part got further, its best plan so far, bound and gap. */
    default void searching(double share, Progress.State state) {
        report(Stage.MATCH, share);
    }

    /** Called before the work begins; not for a run that was done already. */
    default void started(RunId run) {}
}
