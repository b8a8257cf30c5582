package nl.koppelwerk.referral;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to happen next so that the family gets to the service: one thing, one person, one day.
 *
 * @param account of the colleague who does it; empty: somebody without an account
 * @param who name of whoever does it
 * @param due the last day for it
 * @param at the time of an appointment
 */
public record NextStep(Kind kind, Optional<UUID> account, String who, LocalDate due, Optional<LocalTime> at) {
    private static final int LONGEST_NAME = 80;

    public NextStep {
        if (who.isBlank() || who.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a next step needs a name of at most 80 signs: " + who.length());
        }
    }

    /** What is done, in the words that the family reads too. */
    public enum Kind {
        CALL_SERVICE,
        WRITE_TO_SERVICE,
        CALL_FAMILY,
        APPOINTMENT,
        GO_ALONG,
        FAMILY_GOES
    }
}
