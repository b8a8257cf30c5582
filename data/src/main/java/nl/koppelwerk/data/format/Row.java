package nl.koppelwerk.data.format;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet program shows it; the headings are usually row 1
 * @param cells as many as there are headings, or more when the row is too long
 */
public record Row(Heading heading, int number, List<String> cells) {
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
