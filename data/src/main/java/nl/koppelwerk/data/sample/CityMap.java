package nl.koppelwerk.data.sample;

import java.util.Comparator;
import java.util.List;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;

/**
 * The postcodes of a sample city: those nearest to the centre of Rotterdam, one for every ten families. Some are busier
 * than others, for families more so than for volunteers.
 */
final class CityMap {
    private static final Coordinates CENTRE = new Coordinates(51.92, 4.48);
    private static final int FEWEST = 60;
    private final List<Place> places;
    private final int[] familyTotals;
    private final int[] volunteerTotals;

    private CityMap(List<Place> places, long seed) {
        this.places = places;
        this.familyTotals = new int[places.size()];
        this.volunteerTotals = new int[places.size()];
        Dice dice = new Dice(seed, "city map");
        int families = 0;
        int volunteers = 0;
        for (int i = 0; i < places.size(); i++) {
            int busy = 2 + dice.below(9);
            families += busy;
            volunteers += 4 + busy / 2 + dice.below(4);
            familyTotals[i] = families;
            volunteerTotals[i] = volunteers;
        }
    }

    static CityMap of(List<Place> all, int families, long seed) {
        List<Place> nearest = all.stream()
                .sorted(Comparator.comparingInt((Place place) -> CENTRE.metresTo(place.centre()))
                        .thenComparing(Place::postcode))
                .limit(Math.max(FEWEST, families / 10))
                .sorted(Comparator.comparing(Place::postcode))
                .toList();
        return new CityMap(nearest, seed);
    }

    List<Place> places() {
        return places;
    }

    Postcode ofFamily(Dice dice) {
        return places.get(dice.byTotals(familyTotals)).postcode();
    }

    Postcode ofVolunteer(Dice dice) {
        return places.get(dice.byTotals(volunteerTotals)).postcode();
    }
}
