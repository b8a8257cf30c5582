package nl.koppelwerk.data.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.run.RunProgress.Stage;

/**
 * What the page of one run tells beside its figures.
 *
 * @param stage where it is, or was when it ended; empty: it had hardly begun
 * @param share of this stage, 0 to 1
 * @param seen its last sign of life
 * @param startedBy who started it by hand
 * @param stopping somebody has cancelled it, and it is about to end
 * @param rulesVersions the version of the rules by the code of the programme
 * @param previous the published run before it
 * @param rejectedRows rows of files that were refused since the run before it
 */
public record RunDetail(
        RunView run,
        Optional<Stage> stage,
        double share,
        Optional<Instant> seen,
        Optional<String> startedBy,
        Optional<String> cancelledBy,
        boolean stopping,
        Map<String, Integer> rulesVersions,
        Optional<Long> previous,
        long rejectedRows) {}
