package nl.koppelwerk.ui.reason;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.ui.shell.Cells;

/**
 * A small map of two postcodes and what lies around them: the ground is divided by whose centre is nearest. It knows no
 * finer place than a postcode.
 *
 * @param marks family first, then volunteer
 * @param scaleWidth of a bar of {@code scaleMetres}
 */
record AreaMap(List<Area> areas, List<Label> labels, List<Mark> marks, double scaleWidth, int scaleMetres) {
    static final int WIDTH = 360;
    static final int HEIGHT = 240;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int LEAST_METRES_ACROSS = 4_000;
    private static final double ROOM = 2.4;
    private static final int[] BARS = {500, 1_000, 2_000, 5_000, 10_000, 20_000};
    private static final double LABEL_ROOM_X = 30;
    private static final double LABEL_ROOM_Y = 14;
    private static final double BESIDE = 11;

    /** A postcode's ground; kind is family, volunteer, both or other. */
    record Area(String outline, String kind) {}

    /** A postcode's four digits. */
    record Label(double x, double y, String text) {}

    /** Where one of the two lives, as far as the map knows. */
    record Mark(double x, double y) {}

    /** The middle of the map. */
    static Coordinates centre(Place family, Place volunteer) {
        return new Coordinates(
                (family.centre().latitude() + volunteer.centre().latitude()) / 2,
                (family.centre().longitude() + volunteer.centre().longitude()) / 2);
    }

    /** How many degrees north the map shows at most from its middle, and some more so that its edges are right. */
    static double degreesNorth(Place family, Place volunteer) {
        return metresAcross(family, volunteer) / METRES_PER_DEGREE;
    }

    static double degreesEast(Place family, Place volunteer) {
        return degreesNorth(family, volunteer) / shrink(centre(family, volunteer));
    }

    private static double metresAcross(Place family, Place volunteer) {
        return Math.max(LEAST_METRES_ACROSS, ROOM * family.centre().metresTo(volunteer.centre()));
    }

    private static double shrink(Coordinates at) {
        return Math.cos(Math.toRadians(at.latitude()));
    }

    /** @param around the places around, nearest first; with or without the two themselves */
    static AreaMap of(Place family, Place volunteer, List<Place> around) {
        Coordinates centre = centre(family, volunteer);
        double scale = WIDTH / metresAcross(family, volunteer);
        List<Place> places = new ArrayList<>(List.of(family));
        places.add(volunteer);
        places.addAll(around);
        places = places.stream().distinct().toList();
        List<Cells.Point> points =
                places.stream().map(place -> point(place, centre, scale)).toList();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            String outline = new Cells(WIDTH, HEIGHT).outline(points.get(i), points);
            if (!outline.isEmpty()) {
                areas.add(new Area(outline, kind(places.get(i), family, volunteer)));
            }
        }
        int bar = bar(scale);
        return new AreaMap(areas, labels(places, points), marks(points, family.equals(volunteer)), bar * scale, bar);
    }

    private static Cells.Point point(Place place, Coordinates centre, double scale) {
        double north = (place.centre().latitude() - centre.latitude()) * METRES_PER_DEGREE;
        double east = (place.centre().longitude() - centre.longitude()) * METRES_PER_DEGREE * shrink(centre);
        return new Cells.Point(WIDTH / 2.0 + east * scale, HEIGHT / 2.0 - north * scale);
    }

    private static String kind(Place place, Place family, Place volunteer) {
        if (place.equals(family)) {
            return family.equals(volunteer) ? "both" : "family";
        }
        return place.equals(volunteer) ? "volunteer" : "other";
    }

    /** The two first, the others where there is room left for their digits. */
    private static List<Label> labels(List<Place> places, List<Cells.Point> points) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Label label = new Label(
                    points.get(i).x(),
                    points.get(i).y() + LABEL_ROOM_Y,
                    places.get(i).postcode().toString());
            boolean onSheet = label.x() > LABEL_ROOM_X / 2
                    && label.x() < WIDTH - LABEL_ROOM_X / 2
                    && label.y() > LABEL_ROOM_Y
                    && label.y() < HEIGHT - LABEL_ROOM_Y;
            if (onSheet
                    && labels.stream()
                            .noneMatch(other -> Math.abs(other.x() - label.x()) < LABEL_ROOM_X
                                    && Math.abs(other.y() - label.y()) < LABEL_ROOM_Y)) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static List<Mark> marks(List<Cells.Point> points, boolean together) {
        Cells.Point family = points.getFirst();
        if (together) {
            return List.of(
                    new Mark(family.x() - BESIDE, family.y() - BESIDE),
                    new Mark(family.x() + BESIDE, family.y() - BESIDE));
        }
        return List.of(
                new Mark(family.x(), family.y()),
                new Mark(points.get(1).x(), points.get(1).y()));
    }

    /** The longest round distance that takes at most a third of the width. */
    private static int bar(double scale) {
        int fitting = BARS[0];
        for (int metres : BARS) {
            fitting = metres * scale <= WIDTH / 3.0 ? metres : fitting;
        }
        return fitting;
    }
}
