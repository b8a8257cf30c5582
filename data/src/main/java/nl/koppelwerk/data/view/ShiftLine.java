package nl.koppelwerk.data.view;

import java.util.Optional;
import nl.koppelwerk.explain.Shift;

/**
 * A shift with the names that this reader may see.
 *
 * @param before empty: not to be seen, or no longer known
 * @param now empty: not to be seen, or nobody
 * @param elsewhere the family that the volunteer of the night before is proposed for
 */
public record ShiftLine(
        Shift shift,
        String family,
        String reference,
        Optional<String> before,
        Optional<String> now,
        Optional<String> elsewhere) {}
