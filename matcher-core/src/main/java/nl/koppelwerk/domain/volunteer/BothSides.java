package nl.koppelwerk.domain.volunteer;

import java.util.Set;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * A volunteer whose own household asks for support too, or did.
 *
 * @param tied families that the volunteer is not paired with: the own household, and who helps or helped that
 * @param later whether the own household is not yet so far that its programme lets it give
 */
public record BothSides(VolunteerId volunteer, Set<FamilyId> tied, boolean later) {
    public BothSides {
        tied = Set.copyOf(tied);
    }
}
