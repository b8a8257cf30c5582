package nl.koppelwerk.data.erasure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of refused rows: the rows of a person are left out, and a file that has no others is removed. */
final class RefusedRowFiles implements KeptFiles {
    private final Path folder;

    RefusedRowFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public long without(Traces person, boolean really) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> clean(file, person, really))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("refused rows in " + folder, e);
        }
    }

    private static boolean clean(Path file, Traces person, boolean really) {
        try {
            List<CsvRecord> rows = read(file);
            List<CsvRecord> others = rows.stream()
                    .filter(row -> row.getFields().stream().noneMatch(person::in))
                    .toList();
            boolean found = others.size() < rows.size();
            if (found && really) {
                write(file, others);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("refused rows in " + file, e);
        }
    }

    private static List<CsvRecord> read(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            return new ArrayList<>(reader.stream().toList());
        }
    }

    private static void write(Path file, List<CsvRecord> rows) throws IOException {
        if (rows.size() < 2) {
            Files.delete(file);
            return;
        }
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .build(Files.newBufferedWriter(beside, StandardCharsets.UTF_8))) {
            rows.forEach(row -> writer.writeRecord(row.getFields()));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
