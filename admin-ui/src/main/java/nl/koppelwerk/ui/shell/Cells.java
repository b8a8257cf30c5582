package nl.koppelwerk.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Divides a sheet among points: each gets what lies nearer to it than to any other. */
public final class Cells {
    private final double width;
    private final double height;

    public Cells(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** A point on the sheet, from its upper left corner. */
    public record Point(double x, double y) {}

    /** The outline of the cell of one of the points, as an SVG path; empty when none of it is on the sheet. */
    public String outline(Point own, List<Point> all) {
        List<Point> cell =
                List.of(new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
        for (Point other : all) {
            if (!other.equals(own)) {
                cell = nearer(cell, own, other);
            }
        }
        return cell.isEmpty()
                ? ""
                : cell.stream()
                        .map(corner -> String.format(Locale.ROOT, "%.1f %.1f", corner.x(), corner.y()))
                        .collect(Collectors.joining("L", "M", "Z"));
    }

    /** The part of a convex shape that is nearer to the one than to the other. */
    private static List<Point> nearer(List<Point> shape, Point one, Point other) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            Point from = shape.get(i);
            Point to = shape.get((i + 1) % shape.size());
            double here = excess(from, one, other);
            double there = excess(to, one, other);
            if (here <= 0) {
                kept.add(from);
            }
            if (here < 0 && there > 0 || here > 0 && there < 0) {
                double share = here / (here - there);
                kept.add(new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
        }
        return kept;
    }

    /** How much farther from the one than from the other, in squares; negative: nearer. */
    private static double excess(Point at, Point one, Point other) {
        return square(at, one) - square(at, other);
    }

    private static double square(Point a, Point b) {
        return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
    }
}
