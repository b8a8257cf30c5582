package nl.koppelwerk.data.sides;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A parent who got help was asked to help others.
 *
 * @param account name of who asked
 */
public record Invitation(LocalDate askedOn, Answer answer, Optional<String> account) {
    /** What the parent says to it. */
    public enum Answer {
        THINKING,
        YES,
        LATER,
        NO
    }
}
