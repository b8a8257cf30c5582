package nl.koppelwerk.data.monitor;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.data.format.TableVisitor;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.monitor.ResearchSheet;
import nl.koppelwerk.monitor.SheetRow;

/**
 * Research sheets in a file, CSV or XLSX, one row for each family: read whole before anything is kept.
 *
 * @param sheets good rows, each with another name
 * @param refused cells that are no hours and no score, each with why
 */
public record SheetFile(List<ResearchSheet> sheets, List<Refused> refused) {
    private static final long LARGEST_BYTES = 2L << 20;
    private static final FileLimits LIMITS = new FileLimits(LARGEST_BYTES, 20 * LARGEST_BYTES, 10 * LARGEST_BYTES);
    private static final String MESSAGES = "nl.koppelwerk.data.monitor.messages";
    private static final Column SHEET = Column.required("sheet", "sheet", "formulier", "blad");
    private static final Column PROGRAMME = Column.optional("programme", "programme", "programma");
    private static final Column HOUSEHOLD = Column.optional("household", "household", "huishouden");
    private static final Map<SheetRow, Column> ROWS = rows();
    private static final TableSpec SPEC = new TableSpec(
            "onderzoeksformulieren",
            Stream.concat(Stream.of(SHEET, PROGRAMME, HOUSEHOLD), ROWS.values().stream())
                    .toList(),
            true);

    /**
     * A cell that is not what it should be; its row is left out.
     *
     * @param row as a spreadsheet program shows it
     * @param column as the file calls it
     * @param value what it says there
     */
    public record Refused(int row, String column, String value, Sentence reason) {}

    public SheetFile {
        sheets = List.copyOf(sheets);
        refused = List.copyOf(refused);
    }

    private static Map<SheetRow, Column> rows() {
        Map<SheetRow, Column> columns = new LinkedHashMap<>();
        Arrays.stream(SheetRow.values()).forEach(row -> columns.put(row, Column.optional(row.column(), row.column())));
        return columns;
    }

    /**
     * Reads all of the file.
     *
     * @param name what to call the file in messages
     * @throws WrongFileException when it holds no research sheets
     */
    public static SheetFile read(Path path, String name) throws WrongFileException {
        Reader reader = new Reader();
        try {
            TableFile.open(path, name, LIMITS).read(List.of(SPEC), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("research sheets " + path, e);
        }
        return new SheetFile(List.copyOf(reader.sheets.values()), reader.refused);
    }

    /** The good rows as a file that reads back as they are. */
    public String asText() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(SPEC.columns().stream().map(Column::dutch).toList());
            for (ResearchSheet sheet : sheets) {
                List<String> cells = new ArrayList<>(List.of(sheet.sheet(), sheet.programme(), sheet.household()));
                ROWS.keySet()
                        .forEach(row ->
                                cells.add(Optional.ofNullable(sheet.values().get(row))
                                        .map(BigDecimal::toPlainString)
                                        .orElse("")));
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("research sheets in memory", e);
        }
        return text.toString();
    }

    /** Takes the rows as they come. */
    private static final class Reader implements TableVisitor {
        private final Map<String, ResearchSheet> sheets = new LinkedHashMap<>();
        private final Map<String, Integer> rows = new HashMap<>();
        private final List<Refused> refused = new ArrayList<>();

        @Override
        public void heading(Heading heading) {}

        @Override
        public void row(Row row) {
            if (row.tooLong()) {
                refuse(row, SHEET, "TOO_LONG");
                return;
            }
            Map<String, String> cells = new HashMap<>();
            cells.put("sheet", row.cell(SHEET));
            cells.put("programme", row.cell(PROGRAMME));
            cells.put("household", row.cell(HOUSEHOLD));
            ROWS.forEach((of, column) -> cells.put(of.column(), row.cell(column)));
            switch (ResearchSheet.read(cells)) {
                case ResearchSheet.Reading.Accepted(ResearchSheet sheet) -> accept(row, sheet);
                case ResearchSheet.Reading.Refused(var columns) -> columns.forEach(column -> refuse(row, column));
            }
        }

        private void accept(Row row, ResearchSheet sheet) {
            Integer earlier = rows.putIfAbsent(sheet.sheet(), row.number());
            if (earlier == null) {
                sheets.put(sheet.sheet(), sheet);
            } else {
                refuse(row, SHEET, "TWICE", earlier.toString());
            }
        }

        private void refuse(Row row, String column) {
            Optional<SheetRow> of = Arrays.stream(SheetRow.values())
                    .filter(one -> one.column().equals(column))
                    .findFirst();
            Column named = of.flatMap(one -> Optional.ofNullable(ROWS.get(one))).orElse(SHEET);
            refuse(row, named, of.map(one -> one.isScore() ? "SCORE" : "HOURS").orElse("NO_NAME"));
        }

        private void refuse(Row row, Column column, String reason, String... arguments) {
            refused.add(new Refused(
                    row.number(),
                    row.heading().nameOf(column),
                    CellText.storable(row.cell(column)),
                    new Sentence(MESSAGES, "sheet." + reason, List.of(arguments))));
        }
    }
}
