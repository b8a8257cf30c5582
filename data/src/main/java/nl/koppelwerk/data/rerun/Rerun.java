package nl.koppelwerk.data.rerun;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;

/**
 * The night of a run, matched once more on its snapshot and with its seed.
 *
 * @param draft the rules that were tried; empty: a replay with the rules of that night
 * @param share how far it is, 0 to 1
 * @param seen its last sign of life
 * @param stopping somebody has asked it to stop
 * @param failure what went wrong, without persons
 */
public record Rerun(
        UUID id,
        RunId run,
        Optional<Draft> draft,
        UUID account,
        Status status,
        Instant started,
        Instant seen,
        Optional<Instant> finished,
        double share,
        boolean stopping,
        Optional<String> failure,
        boolean timeLimitReached) {

    /** Rules that were tried, and whose. */
    public record Draft(ProgrammeId programme, RuleSettings settings) {}

    /** How it stands. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        return (int) Math.round(share * 100);
    }
}
