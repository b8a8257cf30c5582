package nl.koppelwerk.data.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * The embedded database as one file: a zip with the rows of each table as {@code COPY} writes them, and a list of what there
 * is. Rows and not PostgreSQL's own files, so that it can be put back under another version of PostgreSQL, on another kind of
 * machine and by newer software. The key of encrypted fields is not in it.
 */
public final class Backup {
    static final int FORMAT = 1;
    static final String LIST = "backup.json";
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
            order by c.relname, a.attnum
            """;

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param schema the migration that the tables were at
     * @param keyCheck tells whether a key is the one that the encrypted fields need, and nothing else about it
     * @param tables in the order of their names
     * @param sequences by name, the last number that each gave
     */
    public record Contents(
            int format,
            Instant madeAt,
            String schema,
            String keyCheck,
            List<Table> tables,
            Map<String, Long> sequences) {
        public Contents {
            tables = List.copyOf(tables);
            sequences = Map.copyOf(sequences);
        }

        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }

        long rowsOf(String table) {
            return tables.stream()
                    .filter(one -> one.name().equals(table))
                    .mapToLong(Table::rows)
                    .sum();
        }
    }

    /** @param sha256 of the rows as they are in the file */
    public record Table(String name, List<String> columns, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }

        /** For {@code COPY}; names of our own migrations, which need no quotes. */
        String columnList() {
            return String.join(", ", columns);
        }
    }

    /**
     * Writes what the database holds at this moment; whoever works with it can go on.
     *
     * @throws BackupRefusal when there is no embedded database, or the file is there already
     * @throws UncheckedIOException when the file cannot be written
     */
    public static Contents write(DatabaseSettings settings, Path file, Clock clock) {
        return write(settings, file, clock, settings.folder());
    }

    static Contents write(DatabaseSettings settings, Path file, Clock clock, Path programsIn) {
        if (settings.url().isPresent()) {
            throw new BackupRefusal(
                    BackupRefusal.Reason.NOT_EMBEDDED, settings.url().get());
        }
        BackupRefusal none = new BackupRefusal(
                BackupRefusal.Reason.NO_DATABASE, settings.folder().toString());
        if (!Files.exists(settings.folder().resolve("data/PG_VERSION"))) {
            throw none;
        }
        try (PostgresServer server = PostgresServer.open(settings.folder(), programsIn, settings.durable())) {
            if (!Roles.isDatabase(Database.NAME, server.access("postgres"))) {
                throw none;
            }
            Access superuser = server.access(Database.NAME);
            try (Connection connection = superuser.connect()) {
                return write(connection, Database.keyCheck(settings, superuser.password()), file, clock);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefusal(BackupRefusal.Reason.FILE_EXISTS, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the database", e);
        }
    }

    private static Contents write(Connection connection, String keyCheck, Path file, Clock clock)
            throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Folders.writePrivate(unfinished, "");
        try {
            Contents contents;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                contents = contents(connection, keyCheck, zip, clock);
            }
            Files.move(unfinished, file);
            return contents;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Contents contents(Connection connection, String keyCheck, ZipOutputStream zip, Clock clock)
            throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : columns(connection).entrySet()) {
            tables.add(copied(connection, table.getKey(), table.getValue(), zip));
        }
        Contents contents =
                new Contents(FORMAT, clock.instant(), schema(connection), keyCheck, tables, sequences(connection));
        zip.putNextEntry(new ZipEntry(LIST));
        zip.write(JSON.writeValueAsBytes(contents));
        zip.closeEntry();
        return contents;
    }

    /** In the order in which the rows lie there, so that a database that was put back gives the same file. */
    private static Table copied(Connection connection, String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        Table table = new Table(name, columns, 0, "");
        zip.putNextEntry(new ZipEntry(table.entry()));
        DigestOutputStream rows = new DigestOutputStream(zip, sha256());
        long count = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select " + table.columnList() + " from " + name + " order by ctid) to stdout", rows);
        zip.closeEntry();
        return new Table(
                name,
                columns,
                count,
                HexFormat.of().formatHex(rows.getMessageDigest().digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** Each table with the columns that are not computed, by name. */
    static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return columns;
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = 'public' and last_value is not null")) {
            while (row.next()) {
                sequences.put(row.getString(1), row.getLong(2));
            }
        }
        return sequences;
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
