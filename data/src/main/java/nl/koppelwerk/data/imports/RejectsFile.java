package nl.koppelwerk.data.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Formulas;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.data.imports.row.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The refused rows as a file that opens in a spreadsheet program, can be corrected and imported again: the columns of the
 * original with the reasons beside them. Never takes the place of another file.
 */
final class RejectsFile implements AutoCloseable {
    private static final String DUTCH_REASON = "reden_afwijzing";
    private static final String ENGLISH_REASON = "rejection_reason";
    private final Path folder;
    private final String stem;
    private @Nullable Path temporary;
    private @Nullable CsvWriter writer;

    RejectsFile(Path folder, String originalName) {
        this.folder = folder;
        this.stem = originalName
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .replaceAll("[/\\\\]", "_")
                .replaceAll("-afgewezen(-[0-9]+)?$", "");
    }

    /** Columns that this class writes, which mean nothing when they are read again. */
    static boolean isReason(String column) {
        String plain = Column.plain(column);
        return plain.equals(Column.plain(DUTCH_REASON)) || plain.equals(Column.plain(ENGLISH_REASON));
    }

    void add(Row row, List<Problem> problems) {
        CsvWriter csv = writer == null ? start(row.heading()) : writer;
        List<String> cells = kept(row.heading(), row.cells());
        cells.add(problems.stream()
                .map(each -> each.column() + ": " + each.reason().dutch())
                .collect(Collectors.joining(" | ")));
        cells.add(problems.stream()
                .map(each -> each.column() + ": " + each.reason().english())
                .collect(Collectors.joining(" | ")));
        csv.writeRecord(cells);
    }

    /** A row with its headings as text: by itself a table that can be imported. */
    static String asText(Row row) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        csv.writeRecord(kept(row.heading(), row.heading().names()));
        csv.writeRecord(kept(row.heading(), row.cells()));
        return text.toString();
    }

    /** Puts the file in its place; empty when no row was refused. */
    Optional<Path> finish() throws IOException {
        if (writer == null || temporary == null) {
            return Optional.empty();
        }
        writer.close();
        writer = null;
        for (int number = 1; ; number++) {
            Path target = folder.resolve(stem + "-afgewezen" + (number == 1 ? "" : "-" + number) + ".csv");
            try {
                if (Files.exists(target) && Files.mismatch(target, temporary) == -1) {
                    return Optional.of(target);
                }
                Files.move(temporary, target);
                temporary = null;
                return Optional.of(target);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }

    private CsvWriter start(Heading heading) {
        try {
            temporary = Files.createTempFile(folder, ".afgewezen-", ".csv");
            writer = CsvWriter.builder()
                    .fieldSeparator(';')
                    .build(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write refused rows in " + folder, e);
        }
        List<String> names = withReasons(kept(heading, heading.names()));
        names.set(0, "\uFEFF" + names.getFirst());
        writer.writeRecord(names);
        return writer;
    }

    static List<String> withReasons(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(DUTCH_REASON);
        all.add(ENGLISH_REASON);
        return all;
    }

    /** Cells in the columns of the original, made harmless for a spreadsheet program; old reasons left out. */
    private static List<String> kept(Heading heading, List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < heading.names().size(); i++) {
            if (!isReason(heading.names().get(i))) {
                kept.add(i < cells.size() ? Formulas.disarmed(CellText.storable(cells.get(i))) : "");
            }
        }
        return kept;
    }
}
