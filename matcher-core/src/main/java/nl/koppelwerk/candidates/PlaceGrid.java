package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** A place within reach. */
    record Near(int place, int metres) {}

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

    /** All places within the distance, itself included, by number. */
    List<Near> within(int place, int metres) {
        List<Near> near = new ArrayList<>();
        Cell centre = cell(places.get(place));
        int reach = (int) Math.min(metres / CELL_METRES + 2, 20_000);
        if ((2L * reach + 1) * (2L * reach + 1) > cells.size()) {
            for (int other = 0; other < places.size(); other++) {
                add(near, place, other, metres);
            }
            return near;
        }
        for (int north = centre.north - reach; north <= centre.north + reach; north++) {
            for (int east = centre.east - reach; east <= centre.east + reach; east++) {
                for (int other : cells.getOrDefault(new Cell(north, east), List.of())) {
                    add(near, place, other, metres);
                }
            }
        }
        near.sort(Comparator.comparingInt(Near::place));
        return near;
    }

    private void add(List<Near> near, int place, int other, int metres) {
        int apart = places.get(place).centre().metresTo(places.get(other).centre());
        if (apart <= metres) {
            near.add(new Near(other, apart));
        }
    }
}
