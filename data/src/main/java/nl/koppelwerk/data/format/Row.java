package nl.koppelwerk.data.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet program shows it; the headings are usually row 1
 * @param cells as many as there are headings, or more when the row is too long
 */
public record Row(Heading heading, int number, List<String> cells) {
    /** A row that was not in a file: what somebody filled in, column by column. */
    public static Row of(TableSpec table, Map<Column, String> cells) {
        Heading heading = new Heading(
                table,
                table.columns().stream().map(Column::dutch).toList(),
                table.columns().stream().map(Optional::of).toList());
        return new Row(
                heading,
                1,
                table.columns().stream()
                        .map(column -> Formulas.undone(cells.getOrDefault(column, "")))
                        .toList());
    }

    /** The text in a column, without spaces around it; empty when the file has no such column. */
    public String cell(Column column) {
        int index = heading.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    public boolean tooLong() {
        for (int i = heading.names().size(); i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
