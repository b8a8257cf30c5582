package nl.koppelwerk.ui.monitor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.monitor.Monitor.Figure;
import nl.koppelwerk.monitor.Monitor.Row;
import nl.koppelwerk.monitor.Monitor.Table;

/** The picture of a row: bars in hundredths of the drawing, on one scale for all rows of a table. */
public final class Bars {
    private static final double WIDTH = 100;

    private final Table table;
    private final double most;

    Bars(Table table) {
        this.table = table;
        this.most = table.rows().stream()
                .flatMap(row -> drawn(row).stream())
                .mapToDouble(Bar::width)
                .max()
                .orElse(0);
    }

    /** One bar, in units of the table until it is drawn. */
    public record Bar(Figure figure, double x, double y, double width) {}

    /** Nothing for a row of which nothing is known. */
    public List<Bar> of(Row row) {
        List<Bar> bars = drawn(row);
        double scale = stacked() ? bars.stream().mapToDouble(Bar::width).sum() : most;
        return scale == 0
                ? List.of()
                : bars.stream()
                        .map(bar ->
                                new Bar(bar.figure(), rounded(bar.x() / scale), bar.y(), rounded(bar.width() / scale)))
                        .toList();
    }

    private boolean stacked() {
        return table.figures().contains(Figure.WORSE);
    }

    private List<Bar> drawn(Row row) {
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < table.figures().size(); i++) {
            Figure figure = table.figures().get(i);
            double width = row.values().get(i).map(BigDecimal::doubleValue).orElse(0.0);
            if (isDrawn(figure) && width > 0) {
                bars.add(new Bar(figure, x, figure == Figure.ONGOING ? 1 : 0, width));
                x += stacked() ? width : 0;
            }
        }
        return bars;
    }

    private boolean isDrawn(Figure figure) {
        return switch (table.topic()) {
            case NEEDS, HOUSEHOLD, DUTCH, LANGUAGES, ENDINGS -> figure == Figure.SHARE;
            case DURATION, PROGRAMMES -> figure == Figure.FINISHED || figure == Figure.ONGOING;
            case HOURS -> figure == Figure.MEAN;
            case PROGRESS ->
                switch (figure) {
                    case WORSE, SAME, BETTER_INTENSIVE, BETTER_LIMITED, BETTER_NONE -> true;
                    default -> false;
                };
        };
    }

    private static double rounded(double share) {
        return Math.round(share * WIDTH * 100) / 100.0;
    }
}
