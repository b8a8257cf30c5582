package nl.koppelwerk.pairing;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.DeclineReason;

/**
 * How a coordinator declines.
 *
 * @param until first day on which the two may be proposed again; empty: the usual time, and never for a lasting reason
 * @param note in the coordinator's own words
 */
public record Declining(DeclineReason reason, Optional<LocalDate> until, Optional<String> note) {
    public static Declining because(DeclineReason reason) {
        return new Declining(reason, Optional.empty(), Optional.empty());
    }
}
