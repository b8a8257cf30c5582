package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.Collection;
import nl.koppelwerk.ui.report.content.Chapter.Bar;

/** Where figures lie on bars below each other; zero is always on it. */
record Scale(double least, double most) {
    private static final double WIDTH = 1_000;
    private static final double THINNEST = 2;

    static Scale of(Collection<BigDecimal> figures) {
        double least =
                figures.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double most =
                figures.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        return new Scale(Math.min(0, least), Math.max(Math.min(0, least) + 1, Math.max(0, most)));
    }

    Bar bar(String kind, BigDecimal one, BigDecimal other) {
        double from = place(one.min(other));
        double width = Math.max(THINNEST, place(one.max(other)) - from);
        return new Bar(kind, tenths(Math.min(from, WIDTH - THINNEST)), tenths(width));
    }

    private double place(BigDecimal figure) {
        return WIDTH * (figure.doubleValue() - least) / (most - least);
    }

    private static double tenths(double place) {
        return Math.round(place * 10) / 10.0;
    }
}
