package nl.koppelwerk.data.view;

import java.time.Instant;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * What somebody decided a moment ago and may still take back.
 *
 * @param version of the pairing that the decision left
 * @param how accepted, declined or held
 * @param at when it was decided
 */
public record LastDecision(PairingId id, int version, How how, String family, String volunteer, Instant at) {
    /** What was decided. */
    public enum How {
        ACCEPTED,
        DECLINED,
        HELD
    }
}
