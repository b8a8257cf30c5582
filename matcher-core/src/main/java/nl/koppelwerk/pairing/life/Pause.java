package nl.koppelwerk.pairing.life;

import java.time.LocalDate;

/**
 * Help that rests for a while; nobody is asked how it goes meanwhile.
 *
 * @param backOn the agreed day of return
 */
public record Pause(LocalDate from, LocalDate backOn, Reason reason) {
    /** Why the help rests. */
    public enum Reason {
        HOLIDAY,
        ILLNESS,
        BUSY,
        CIRCUMSTANCES,
        OTHER_PAUSE
    }

    public Pause {
        if (backOn.isBefore(from)) {
            throw new IllegalArgumentException("a pause from " + from + " until before it: " + backOn);
        }
    }
}
