package nl.koppelwerk.recruit.flyer;

import nl.koppelwerk.domain.place.Place;

/**
 * Where a flyer is for: neighbourhoods whose postcodes begin alike, or the whole town.
 *
 * @param beginning of the postcode: three digits, or none for the whole town
 */
public record Area(String town, String beginning) {
    static final int DIGITS = 3;

    static Area near(Place place) {
        return new Area(place.town(), place.postcode().toString().substring(0, DIGITS));
    }

    static Area town(Place place) {
        return new Area(place.town(), "");
    }

    public boolean isWholeTown() {
        return beginning.isEmpty();
    }

    boolean contains(Place place) {
        return town.equals(place.town()) && place.postcode().toString().startsWith(beginning);
    }

    /** As in an address: {@code 302} or the name of the town. */
    public String key() {
        return isWholeTown() ? town : beginning;
    }
}
