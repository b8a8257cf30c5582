package nl.koppelwerk.pairing;

import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Step;

/**
 * A line in the history of a pairing: enough to show what happened, and to take it back.
 *
 * @param reason name of the reason, for steps that need one
 * @param note what the coordinator wrote
 * @param because why a side does not want the pairing, where it said so itself
 */
public record Change(
        Step from,
        Step to,
        Doer by,
        Instant at,
        Optional<String> reason,
        Optional<String> note,
        Optional<DeclineReason> because) {
    /** Of a decision, or of anything else that no side gave a reason for. */
    public Change(Step from, Step to, Doer by, Instant at, Optional<String> reason, Optional<String> note) {
        this(from, to, by, at, reason, note, Optional.empty());
    }
}
