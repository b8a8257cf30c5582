package nl.koppelwerk.batch.nightly;

import java.util.function.DoubleConsumer;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.snapshot.Snapshot;

/** Where the night hands over to the matcher: from a snapshot to what is to be published, nothing else read or written. */
@FunctionalInterface
public interface NightlyMatcher {
    /**
     * @param seed the same snapshot and seed give the same outcome
     * @param progress told the share that is done, 0 to 1; may be called from several threads at once
     */
    Outcome match(Snapshot snapshot, long seed, DoubleConsumer progress);
}
