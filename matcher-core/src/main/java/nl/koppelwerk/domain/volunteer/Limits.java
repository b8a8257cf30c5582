package nl.koppelwerk.domain.volunteer;

import java.util.Set;
import nl.koppelwerk.domain.programme.Need;

/**
 * What a volunteer would rather not take on.
 *
 * @param childAgeMin youngest child, in years
 * @param childAgeMax oldest child, in years
 * @param maximumChildren most children in the family
 * @param heavyCases whether a heavy case is welcome
 * @param petsUnwelcome no family with pets at home
 * @param notThese needs that the volunteer does not want to work on
 */
public record Limits(
        int childAgeMin,
        int childAgeMax,
        int maximumChildren,
        boolean heavyCases,
        boolean petsUnwelcome,
        Set<Need> notThese) {
    public static final Limits NONE = new Limits(0, 25, 20, true, false, Set.of());

    public Limits {
        notThese = Need.setOf(notThese);
        if (childAgeMin < 0 || childAgeMax < childAgeMin || maximumChildren < 0) {
            throw new IllegalArgumentException(
                    "limits contradict: ages " + childAgeMin + " to " + childAgeMax + ", children " + maximumChildren);
        }
    }
}
