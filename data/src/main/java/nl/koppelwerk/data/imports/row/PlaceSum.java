package nl.koppelwerk.data.imports.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;

/**
 * Takes all that is said of each postcode together: the centre is the mean, the town and the municipality are those named
 * most often. The order of the rows makes no difference.
 */
public final class PlaceSum {
    /** Seven decimals are a centimetre. */
    private static final int DECIMALS = 7;

    private final SortedMap<Postcode, Sum> sums = new TreeMap<>();

    public void add(Place place) {
        sums.computeIfAbsent(place.postcode(), postcode -> new Sum()).add(place);
    }

    /** The places by postcode. */
    public List<Place> places() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().place(entry.getKey()))
                .toList();
    }

    private static final class Sum {
        private BigDecimal latitude = BigDecimal.ZERO;
        private BigDecimal longitude = BigDecimal.ZERO;
        private int count;
        private final Map<TownName, Integer> names = new HashMap<>();

        void add(Place place) {
            latitude = latitude.add(BigDecimal.valueOf(place.centre().latitude()));
            longitude = longitude.add(BigDecimal.valueOf(place.centre().longitude()));
            count++;
            names.merge(new TownName(place.town(), place.municipality()), 1, Integer::sum);
        }

        Place place(Postcode postcode) {
            Coordinates centre = new Coordinates(mean(latitude), mean(longitude));
            TownName name = names.entrySet().stream()
                    .max(Map.Entry.<TownName, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(TownName::town)
                                    .thenComparing(TownName::municipality)
                                    .reversed())))
                    .orElseThrow()
                    .getKey();
            return new Place(postcode, centre, name.town(), name.municipality());
        }

        private double mean(BigDecimal total) {
            return total.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue();
        }
    }

    private record TownName(String town, String municipality) {}
}
