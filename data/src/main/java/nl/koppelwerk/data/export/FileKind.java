package nl.koppelwerk.data.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;
import nl.koppelwerk.data.format.Column;

/** The kinds of file that a list can be written as. */
public enum FileKind {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    FileKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    TableWriter open(OutputStream out, List<Column> columns) throws IOException {
        return open(out, columns, ListColumns::typed);
    }

    /** @param typed whether a column has numbers and dates, and not texts whatever they look like */
    TableWriter open(OutputStream out, List<Column> columns, Predicate<Column> typed) throws IOException {
        return this == CSV ? new CsvFile(out, columns) : new SpreadsheetFile(out, columns, typed);
    }
}
