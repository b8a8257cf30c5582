package nl.koppelwerk.pairing.life;

import java.time.LocalDateTime;

/**
 * When and where the two meet for the first time.
 *
 * @param at on the wall clock of Europe/Amsterdam
 * @param place in words
 * @param changes how often it was moved; calendars keep the version with the highest number
 */
public record Introduction(LocalDateTime at, String place, int changes) {
    public Introduction {
        if (place.isBlank() || changes < 0) {
            throw new IllegalArgumentException("no introduction: place '" + place + "', changes " + changes);
        }
    }
}
