package nl.koppelwerk.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The first sheet of an XLSX file that holds a table we look for, read as a stream. */
final class SpreadsheetTable {
    private static final int MAXIMUM_SHEETS = 50;
    private final Path path;
    private final String file;

    SpreadsheetTable(Path path, String file) {
        this.path = path;
        this.file = file;
    }

    void read(TableRows rows) throws WrongFileException, IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            SpreadsheetParts parts = SpreadsheetParts.of(zip);
            read(zip, parts, sheet(zip, parts, rows), rows);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new WrongFileException("damaged", file);
        }
    }

    private String sheet(ZipFile zip, SpreadsheetParts parts, TableRows rows)
            throws WrongFileException, IOException, XMLStreamException {
        String best = "";
        int most = -1;
        for (String part : parts.sheets().stream().limit(MAXIMUM_SHEETS).toList()) {
            List<String> first = firstCells(zip, parts, part);
            int recognised = first.isEmpty() ? -1 : rows.recognised(first) + (rows.complete(first) ? 1000 : 0);
            if (recognised > most) {
                best = part;
                most = recognised;
            }
        }
        if (best.isEmpty()) {
            throw new WrongFileException("empty", file);
        }
        return best;
    }

    private static List<String> firstCells(ZipFile zip, SpreadsheetParts parts, String part)
            throws IOException, XMLStreamException {
        try (SheetReader sheet = new SheetReader(zip, parts, part)) {
            Optional<SheetReader.Line> line = sheet.next();
            while (line.isPresent() && TableRows.isEmpty(line.get().cells())) {
                line = sheet.next();
            }
            return line.map(SheetReader.Line::cells).orElse(List.of());
        }
    }

    private static void read(ZipFile zip, SpreadsheetParts parts, String part, TableRows rows)
            throws WrongFileException, IOException, XMLStreamException {
        try (SheetReader sheet = new SheetReader(zip, parts, part)) {
            for (Optional<SheetReader.Line> line = sheet.next(); line.isPresent(); line = sheet.next()) {
                rows.add(line.get().number(), line.get().cells());
            }
        }
    }
}
