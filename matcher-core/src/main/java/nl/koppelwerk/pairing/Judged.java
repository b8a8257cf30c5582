package nl.koppelwerk.pairing;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.Fit;

/**
 * What all rules say of a pair that a coordinator thinks of.
 *
 * @param dayParts when both can and neither is promised elsewhere
 * @param obstacles every rule in the way, those of the pair first
 * @param standing what the request is in already: a proposal that would be replaced, or a pairing under way
 */
public record Judged(Fit fit, int metres, DayParts dayParts, List<Obstacle> obstacles, Optional<Pairing> standing) {
    public Judged {
        obstacles = List.copyOf(obstacles);
    }
}
