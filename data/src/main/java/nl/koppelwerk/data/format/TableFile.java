package nl.koppelwerk.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * A file that somebody gives us, looked at as a whole before anything is read from it: its size, its fingerprint, and
 * whether it can hold a table at all.
 */
public final class TableFile {
    private final Path path;
    private final String name;
    private final Inspection inspection;

    private TableFile(Path path, String name, Inspection inspection) {
        this.path = path;
        this.name = name;
        this.inspection = inspection;
    }

    /**
     * @param name what to call the file in messages
     * @throws WrongFileException when the file cannot hold a table
     */
    public static TableFile open(Path path, String name, FileLimits limits) throws WrongFileException, IOException {
        if (!Files.exists(path)) {
            throw new WrongFileException("missing", name);
        }
        if (!Files.isRegularFile(path)) {
            throw new WrongFileException("no-file", name);
        }
        if (Files.size(path) > limits.maximumBytes()) {
            throw new WrongFileException("too-large", name, Long.toString(limits.maximumMegabytes()));
        }
        Inspection inspection = Inspection.of(path, name);
        if (inspection.spreadsheet()) {
            new SpreadsheetCheck(path, name, limits).run();
        }
        return new TableFile(path, name, inspection);
    }

    /** SHA-256 of a file, also of one that holds no table. */
    public static byte[] fingerprint(Path path) throws IOException {
        MessageDigest digest = Inspection.newDigest();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return digest.digest();
    }

    public String name() {
        return name;
    }

    /** Fingerprint of the content, in hexadecimal: the same whatever the file is called. */
    public String sha256() {
        return inspection.sha256();
    }

    /**
     * Reads the table from top to bottom.
     *
     * @param accepted what the table may be; the one whose columns it has is chosen
     * @throws WrongFileException when the file holds none of these, or breaks off; rows may have been told of by then
     */
    public void read(List<TableSpec> accepted, TableVisitor visitor) throws WrongFileException, IOException {
        TableRows rows = new TableRows(name, accepted, visitor);
        if (inspection.spreadsheet()) {
            new SpreadsheetTable(path, name).read(rows);
        } else {
            new CsvTable(path, name, inspection.charset()).read(rows);
        }
        rows.end();
    }

    /**
     * The columns of the table, without reading on.
     *
     * @throws WrongFileException when the file holds no table that is looked for
     */
    public Heading heading(List<TableSpec> accepted) throws WrongFileException, IOException {
        try {
            read(accepted, new TableVisitor() {
                @Override
                public void heading(Heading heading) {
                    throw new Found(heading);
                }

                @Override
                public void row(Row row) {}
            });
        } catch (Found found) {
            return found.heading;
        }
        throw new WrongFileException("empty", name);
    }

    /** Ends reading at the heading. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Heading heading;

        Found(Heading heading) {
            super("found", null, false, false);
            this.heading = heading;
        }
    }
}
