package nl.koppelwerk.data.person;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Two records that may be of the same family or volunteer.
 *
 * @param one the one that was there first, by reference
 * @param reasons what makes them look alike, at least one
 */
public record Likeness(Side one, Side other, Set<Reason> reasons) {
    /** What two records have in common. */
    public enum Reason {
        SAME_NAME,
        NAME_ALMOST_SAME,
        SAME_POSTCODE,
        SAME_STREET,
        SAME_BIRTH_YEARS,
        SAME_LANGUAGES,
        SAME_EMAIL
    }

    /** One of the two, as a list shows it. */
    public record Side(UUID id, String reference, String name, int postcode, String town) {}

    public Likeness {
        reasons = Set.copyOf(EnumSet.copyOf(reasons));
    }
}
