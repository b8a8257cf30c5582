package nl.koppelwerk.data.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table in a text file; the separator is the one that gives columns we know. */
final class CsvTable {
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final int LONGEST_CELL = 1 << 16;
    private static final int LONGEST_FIRST_LINES = 1 << 20;
    private final Path path;
    private final String file;
    private final Charset charset;

    CsvTable(Path path, String file, Charset charset) {
        this.path = path;
        this.file = file;
        this.charset = charset;
    }

    void read(TableRows rows) throws WrongFileException, IOException {
        try (BufferedReader text = text()) {
            skipSeparatorLine(text);
            readRecords(rows, text, separator(rows));
        }
    }

    private void readRecords(TableRows rows, BufferedReader text, char separator)
            throws WrongFileException, IOException {
        int number = 0;
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(text)) {
            for (CsvRecord each : records) {
                number++;
                checkCells(each, number);
                rows.add(number, each.getFields());
            }
        } catch (CsvParseException e) {
            throw new WrongFileException("broken-row", file, Integer.toString(number + 1));
        }
    }

    private void checkCells(CsvRecord cells, int number) throws WrongFileException {
        for (int i = 0; i < cells.getFieldCount(); i++) {
            if (cells.getField(i).length() > LONGEST_CELL) {
                throw new WrongFileException("broken-row", file, Integer.toString(number));
            }
        }
    }

    /** Excel's hint {@code sep=;} is a line that spreadsheet programs neither show nor count. */
    private static void skipSeparatorLine(BufferedReader text) throws IOException {
        text.mark(16);
        char[] start = new char[7];
        int length = text.read(start, 0, start.length);
        String line = new String(start, 0, Math.max(0, length));
        if (line.matches("(?s)sep=.\r?\n.?")) {
            text.reset();
            text.readLine();
        } else {
            text.reset();
        }
    }

    private char separator(TableRows rows) throws IOException {
        char best = SEPARATORS[0];
        int most = -1;
        for (char separator : SEPARATORS) {
            int recognised = rows.recognised(firstCells(separator));
            if (recognised > most) {
                best = separator;
                most = recognised;
            }
        }
        return best;
    }

    private List<String> firstCells(char separator) throws IOException {
        try (BufferedReader text = text()) {
            skipSeparatorLine(text);
            try (CsvReader<CsvRecord> records =
                    reader(separator).maxBufferSize(LONGEST_FIRST_LINES).ofCsvRecord(text)) {
                for (CsvRecord each : records) {
                    if (!TableRows.isEmpty(each.getFields())) {
                        return each.getFields();
                    }
                }
            } catch (CsvParseException e) {
                return List.of();
            }
        }
        return List.of();
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .detectBomHeader(false);
    }

    private BufferedReader text() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset), 1 << 16);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }
}
