package nl.koppelwerk.pairing;

import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Step;

/**
 * A line in the history of a pairing: enough to show what happened, and to take it back.
 *
 * @param reason name of the reason, for steps that need one
 * @param note what the coordinator wrote
 */
public record Change(
        Step from, Step to, CoordinatorId by, Instant at, Optional<String> reason, Optional<String> note) {}
