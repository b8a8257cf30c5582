package nl.koppelwerk.data.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Formulas;

/** With semicolons and a mark of UTF-8 at the start: so a Dutch spreadsheet program opens it well. */
final class CsvFile implements TableWriter {
    private final List<Column> columns;
    private final CsvWriter csv;

    CsvFile(OutputStream out, List<Column> columns) {
        this.columns = columns;
        this.csv = CsvWriter.builder()
                .fieldSeparator(';')
                .build(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> headings =
                new ArrayList<>(columns.stream().map(Column::dutch).toList());
        headings.set(0, "\uFEFF" + headings.getFirst());
        csv.writeRecord(headings);
    }

    @Override
    public void row(Map<Column, String> cells) {
        csv.writeRecord(columns.stream()
                .map(column -> Formulas.disarmed(cells.getOrDefault(column, "")))
                .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
