package nl.koppelwerk.data.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Column;

/** Figures as a file: one line for each, so that a spreadsheet program can filter and add them. */
public final class FigureFile {
    private FigureFile() {}

    /**
     * Writes all lines.
     *
     * @param numbers the column whose numbers are numbers; a text in it stays one
     */
    public static void write(
            FileKind kind, List<Column> columns, Column numbers, List<Map<Column, String>> lines, OutputStream out)
            throws IOException {
        try (TableWriter file = kind.open(out, columns, numbers::equals)) {
            for (Map<Column, String> line : lines) {
                file.row(line);
            }
        }
    }
}
