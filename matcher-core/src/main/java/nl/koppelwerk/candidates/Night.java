package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;

/** The requests and volunteers of a snapshot numbered in grid order, those of one place together. */
final class Night {
    final Sides sides;
    final List<Place> places;
    final List<Asking> askings;
    final List<Offering> offerings;

    /** Place of each request and volunteer, -1 when not known. */
    final int[] placeOfRequest;

    final int[] placeOfVolunteer;

    /** The volunteers of place p are {@code firstOfPlace[p] .. firstOfPlace[p + 1] - 1}. */
    final int[] firstOfPlace;

    private final Map<SupportRequestId, Integer> requestNumbers = new HashMap<>();
    private final Map<VolunteerId, Integer> volunteerNumbers = new HashMap<>();

    Night(Sides sides) {
        this.sides = sides;
        this.places = PlaceGrid.inGridOrder(distinct(sides.snapshot().places()));
        Map<Postcode, Integer> placeNumbers = new HashMap<>();
        places.forEach(place -> placeNumbers.put(place.postcode(), placeNumbers.size()));
        this.askings = sorted(sides.askings(), asking -> number(asking.place(), placeNumbers));
        this.offerings = sorted(sides.offerings(), offering -> number(offering.place(), placeNumbers));
        this.placeOfRequest = askings.stream()
                .mapToInt(asking -> number(asking.place(), placeNumbers))
                .toArray();
        this.placeOfVolunteer = offerings.stream()
                .mapToInt(offering -> number(offering.place(), placeNumbers))
                .toArray();
        this.firstOfPlace = firsts();
        askings.forEach(asking -> requestNumbers.put(asking.request().id(), requestNumbers.size()));
        offerings.forEach(offering -> volunteerNumbers.put(offering.volunteer().id(), volunteerNumbers.size()));
    }

    private static List<Place> distinct(List<Place> places) {
        Map<Postcode, Place> byPostcode = new HashMap<>();
        places.forEach(place -> byPostcode.put(place.postcode(), place));
        return byPostcode.values().stream()
                .sorted(Comparator.comparing(Place::postcode))
                .toList();
    }

    private static int number(Optional<Place> place, Map<Postcode, Integer> numbers) {
        return place.map(known -> numbers.getOrDefault(known.postcode(), -1)).orElse(-1);
    }

    /** Stable: within a place in the order of the snapshot. */
    private static <T> List<T> sorted(Iterable<T> sides, ToIntFunction<T> place) {
        return StreamSupport.stream(sides.spliterator(), false)
                .sorted(Comparator.comparingInt(place))
                .toList();
    }

    private int[] firsts() {
        int[] first = new int[places.size() + 1];
        int volunteer = 0;
        for (int place = 0; place <= places.size(); place++) {
            while (volunteer < placeOfVolunteer.length && placeOfVolunteer[volunteer] < place) {
                volunteer++;
            }
            first[place] = volunteer;
        }
        return first;
    }

    int requests() {
        return askings.size();
    }

    int volunteers() {
        return offerings.size();
    }

    int getRequest(SupportRequestId id) {
        return get(requestNumbers, id);
    }

    int getVolunteer(VolunteerId id) {
        return get(volunteerNumbers, id);
    }

    private static <K> int get(Map<K, Integer> numbers, K id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("not in the snapshot: " + id);
        }
        return number;
    }

    /** The requests of each family that has more than one, in ascending order. */
    List<List<Integer>> siblings() {
        Map<Object, List<Integer>> byFamily = new LinkedHashMap<>();
        for (int request = 0; request < requests(); request++) {
            byFamily.computeIfAbsent(askings.get(request).family().id(), family -> new ArrayList<>())
                    .add(request);
        }
        return byFamily.values().stream()
                .filter(requests -> requests.size() > 1)
                .toList();
    }
}
