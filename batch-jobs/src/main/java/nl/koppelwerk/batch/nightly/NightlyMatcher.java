package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.solver.Hands;

/** Where the night hands over to the matcher: from a snapshot to what is to be published, nothing else read or written. */
@FunctionalInterface
public interface NightlyMatcher {
    /**
     * @param seed the same snapshot and seed give the same outcome
     * @param watch told how far it is; when it says stop, the search ends soon
     * @param hands plan the parts; whoever does it, the outcome is the same
     * @throws java.util.concurrent.CancellationException when the watch has said stop
     */
    Outcome match(Snapshot snapshot, long seed, Watch watch, Hands hands);
}
