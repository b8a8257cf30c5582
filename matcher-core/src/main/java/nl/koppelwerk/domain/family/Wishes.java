package nl.koppelwerk.domain.family;

import java.util.Optional;

/**
 * What a family asks of its volunteer, besides help.
 *
 * @param womanOnly only a woman may come
 * @param petsUnwelcome no volunteer with pets at home, for instance because of an allergy
 * @param otherStreet not somebody from the same street
 * @param otherSchool not somebody whose children go to the same school
 * @param maximumDistanceMetres how far the volunteer may live at most
 */
public record Wishes(
        boolean womanOnly,
        boolean petsUnwelcome,
        boolean otherStreet,
        boolean otherSchool,
        Optional<Integer> maximumDistanceMetres) {
    public static final Wishes NONE = new Wishes(false, false, false, false, Optional.empty());
}
