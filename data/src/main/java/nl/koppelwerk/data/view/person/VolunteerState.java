package nl.koppelwerk.data.view.person;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a volunteer takes part now.
 *
 * @param reason why not
 */
public record VolunteerState(
        boolean active, Optional<LocalDate> pausedUntil, Optional<LocalDate> stoppedOn, Optional<String> reason) {
    /** {@code active}, {@code paused} or {@code stopped}. */
    public String name() {
        return active ? "active" : stoppedOn.isPresent() ? "stopped" : "paused";
    }
}
