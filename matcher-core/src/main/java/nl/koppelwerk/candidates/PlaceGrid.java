package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;

/**
 * Places in cells of 2 km, so that those near another are found without looking at all.
 *
 * <p>Eastward distances are laid out by the smallest cosine of the latitudes here: never longer than they are, so that no
 * near place lies outside the cells searched.
 */
final class PlaceGrid {
    private static final double CELL_METRES = 2000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final List<Place> places;
    private final double eastward;
    private final Map<Cell, List<Integer>> cells = new HashMap<>();

    /** A cell by its number north and east. */
    private record Cell(int north, int east) {}

    /**
     * Places within reach, by ascending number.
     *
     * @param metres distance to each
     */
    record Nearby(int[] place, int[] metres) {
        static final Nearby NOTHING = new Nearby(new int[0], new int[0]);
    }

    /** The places are numbered as in the list. */
    PlaceGrid(List<Place> places) {
        this.places = places;
        this.eastward = places.stream()
                        .mapToDouble(place -> StrictMath.cos(
                                StrictMath.toRadians(place.centre().latitude())))
                        .min()
                        .orElse(1)
                * METRES_PER_DEGREE;
        for (int i = 0; i < places.size(); i++) {
            cells.computeIfAbsent(cell(places.get(i)), cell -> new ArrayList<>())
                    .add(i);
        }
    }

    private static int number(double metres) {
        return (int) Math.floor(metres / CELL_METRES);
    }

    private Cell cell(Place place) {
        Coordinates centre = place.centre();
        return new Cell(number(centre.latitude() * METRES_PER_DEGREE), number(centre.longitude() * eastward));
    }

    /** The places in the order of their cells, row by row from south to north. */
    static List<Place> inGridOrder(List<Place> places) {
        PlaceGrid grid = new PlaceGrid(places);
        return places.stream()
                .sorted(Comparator.comparingInt((Place place) -> grid.cell(place).north)
                        .thenComparingInt(place -> grid.cell(place).east)
                        .thenComparing(Place::postcode))
                .toList();
    }

    /** All places within the distance, itself included. */
    Nearby within(int place, int metres) {
        int[] others = inCells(place, metres);
        int[] apart = new int[others.length];
        int near = 0;
        for (int other : others) {
            int distance = places.get(place).centre().metresTo(places.get(other).centre());
            if (distance <= metres) {
                others[near] = other;
                apart[near++] = distance;
            }
        }
        return new Nearby(Arrays.copyOf(others, near), Arrays.copyOf(apart, near));
    }

    /** The places in the cells that the distance touches, ascending. */
    private int[] inCells(int place, int metres) {
        Cell centre = cell(places.get(place));
        int reach = (int) Math.min(metres / CELL_METRES + 2, 20_000);
        if ((2L * reach + 1) * (2L * reach + 1) > cells.size()) {
            return IntStream.range(0, places.size()).toArray();
        }
        IntStream.Builder found = IntStream.builder();
        for (int north = centre.north - reach; north <= centre.north + reach; north++) {
            for (int east = centre.east - reach; east <= centre.east + reach; east++) {
                cells.getOrDefault(new Cell(north, east), List.of()).forEach(found::add);
            }
        }
        return found.build().sorted().toArray();
    }
}
