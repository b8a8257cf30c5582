package nl.koppelwerk.disclosure;

import java.util.Map;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * One family as a summary sees it.
 *
 * @param categories dimension to category
 * @param amounts measure to amount in its smallest unit (cents, children, hours); zero or absent: does not contribute
 */
public record Observation(FamilyId family, Map<String, String> categories, Map<String, Long> amounts) {
    public Observation {
        categories = Map.copyOf(categories);
        amounts = Map.copyOf(amounts);
    }

    public long amount(String measure) {
        return amounts.getOrDefault(measure, 0L);
    }
}
