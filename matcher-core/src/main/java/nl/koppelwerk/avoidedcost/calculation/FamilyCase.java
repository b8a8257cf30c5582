package nl.koppelwerk.avoidedcost.calculation;

import java.util.List;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * All reviewed pairings of one family, of all programmes together: only there can be seen whether a benefit is
 * claimed twice.
 *
 * @param pairings one or more
 */
public record FamilyCase(FamilyId family, List<ReviewedPairing> pairings) {
    public FamilyCase {
        pairings = List.copyOf(pairings);
        if (pairings.isEmpty()) {
            throw new IllegalArgumentException("family " + family.value() + " has no reviewed pairing");
        }
    }

    /** The year that is t = 0: in which the first reviewed pairing of the family started. */
    public int firstYear() {
        return pairings.stream().mapToInt(ReviewedPairing::firstYear).min().orElseThrow();
    }
}
