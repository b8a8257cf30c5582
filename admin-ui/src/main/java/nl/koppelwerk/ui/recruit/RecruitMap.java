package nl.koppelwerk.ui.recruit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.data.recruit.RecruitLine;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.ui.shell.Cells;

/**
 * Where the volunteers are needed, by postcode and no finer. The list beside it says the same.
 *
 * @param ground postcodes as outlines, each the ground whose centre is nearest
 */
record RecruitMap(List<String> ground, List<Mark> marks, double scaleWidth, int scaleMetres) {
    static final int WIDTH = 480;
    static final int HEIGHT = 360;
    static final int MOST_PLACES = 250;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double MARGIN = 1.35;
    private static final int LEAST_METRES_ACROSS = 6_000;
    private static final int LEAST_RADIUS = 11;
    private static final int[] BARS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000};

    /**
     * The volunteers of one postcode.
     *
     * @param label their places in the list
     */
    record Mark(double x, double y, double radius, String label, String postcode) {}

    /** How far the map reaches from its middle. */
    record Reach(Coordinates centre, double degreesNorth, double degreesEast) {}

    /** @param lines one or more */
    static Reach reach(List<RecruitLine> lines) {
        double south = lines.stream().mapToDouble(RecruitMap::north).min().orElseThrow();
        double north = lines.stream().mapToDouble(RecruitMap::north).max().orElseThrow();
        double west = lines.stream().mapToDouble(RecruitMap::east).min().orElseThrow();
        double east = lines.stream().mapToDouble(RecruitMap::east).max().orElseThrow();
        Coordinates centre = new Coordinates((south + north) / 2, (west + east) / 2);
        double high = Math.max(
                (north - south) * METRES_PER_DEGREE,
                (east - west) * METRES_PER_DEGREE * shrink(centre) * HEIGHT / WIDTH);
        double metres = Math.max(LEAST_METRES_ACROSS, high * MARGIN);
        double degreesNorth = metres / METRES_PER_DEGREE / 2;
        return new Reach(centre, degreesNorth, degreesNorth / shrink(centre) * WIDTH / HEIGHT);
    }

    private static double north(RecruitLine line) {
        return line.place().centre().latitude();
    }

    private static double east(RecruitLine line) {
        return line.place().centre().longitude();
    }

    private static double shrink(Coordinates at) {
        return Math.cos(Math.toRadians(at.latitude()));
    }

    static RecruitMap of(List<RecruitLine> lines, Reach reach, List<Place> around) {
        List<Cells.Point> points =
                around.stream().map(place -> point(place, reach)).distinct().toList();
        Cells cells = new Cells(WIDTH, HEIGHT);
        List<String> ground = points.stream()
                .map(point -> cells.outline(point, points))
                .filter(outline -> !outline.isEmpty())
                .toList();
        Map<Place, List<RecruitLine>> byPlace = new LinkedHashMap<>();
        lines.forEach(line -> byPlace.computeIfAbsent(line.place(), place -> new ArrayList<>())
                .add(line));
        List<Mark> marks = new ArrayList<>();
        byPlace.forEach((place, there) -> marks.add(mark(point(place, reach), place, there)));
        double scale = HEIGHT / (reach.degreesNorth() * 2 * METRES_PER_DEGREE);
        int bar = bar(scale);
        return new RecruitMap(ground, marks, bar * scale, bar);
    }

    private static Mark mark(Cells.Point at, Place place, List<RecruitLine> lines) {
        int families = lines.stream().mapToInt(RecruitLine::families).sum();
        return new Mark(
                Math.clamp(at.x(), LEAST_RADIUS, WIDTH - LEAST_RADIUS),
                Math.clamp(at.y(), LEAST_RADIUS, HEIGHT - LEAST_RADIUS),
                LEAST_RADIUS + 3 * Math.sqrt(families),
                lines.stream().map(line -> Integer.toString(line.rank())).collect(Collectors.joining(", ")),
                place.postcode().toString());
    }

    private static Cells.Point point(Place place, Reach reach) {
        double north = (place.centre().latitude() - reach.centre().latitude()) / reach.degreesNorth();
        double east = (place.centre().longitude() - reach.centre().longitude()) / reach.degreesEast();
        return new Cells.Point(WIDTH / 2.0 * (1 + east), HEIGHT / 2.0 * (1 - north));
    }

    private static int bar(double scale) {
        int fitting = BARS[0];
        for (int metres : BARS) {
            fitting = metres * scale <= WIDTH / 3.0 ? metres : fitting;
        }
        return fitting;
    }
}
