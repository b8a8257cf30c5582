package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A part of a report with its tables; text and tables say all there is, bars repeat it.
 *
 * @param text what the figures are and how they were counted
 * @param source where they come from
 */
public record Chapter(String name, String title, String text, String source, List<Table> tables) {
    public Chapter {
        tables = List.copyOf(tables);
    }

    /**
     * Rows with the same columns.
     *
     * @param caption what the table is about; never empty
     * @param headings of the first column, which names the rows, and of each column of cells
     * @param withheld what to say instead when nothing of it may be shown; then there are no rows
     */
    public record Table(String caption, List<String> headings, List<Row> rows, Optional<String> withheld) {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != headings.size() - 1) {
                    throw new IllegalArgumentException(
                            row.label() + " has " + row.cells().size() + " cells");
                }
            }
        }
    }

    /**
     * One line of a table.
     *
     * @param total whether the lines before it lead to this one
     */
    public record Row(String label, List<Cell> cells, Optional<Bar> bar, boolean total) {
        public Row {
            cells = List.copyOf(cells);
        }

        static Row of(String label, Cell... cells) {
            return new Row(label, List.of(cells), Optional.empty(), false);
        }

        Row with(Bar drawn) {
            return new Row(label, cells, Optional.of(drawn), total);
        }

        Row asTotal() {
            return new Row(label, cells, bar, true);
        }
    }

    /** What a number counts; decides how spreadsheets show it. */
    public enum Unit {
        FAMILIES,
        CHILDREN,
        WEEKS,
        HOURS,
        EUROS,
        EUROS_PER_EURO,
        PERCENT,
        YEAR
    }

    /**
     * One figure.
     *
     * @param value empty: withheld, or there is none
     * @param said as a reader of the page sees it
     */
    public record Cell(Optional<BigDecimal> value, Unit unit, String said) {}

    /**
     * A figure as a bar, in thousandths of the width.
     *
     * @param kind {@code total}, {@code less} or {@code more}
     */
    public record Bar(String kind, double from, double width) {}
}
