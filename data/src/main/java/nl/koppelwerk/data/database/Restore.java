package nl.koppelwerk.data.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.koppelwerk.data.cipher.KeyFile;
import nl.koppelwerk.data.database.BackupRefusal.Reason;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;

/**
 * Puts a {@link Backup} back: the tables as they were made then, their rows without the triggers that would note them as
 * changes, and then the migrations since. It is all there afterwards, or nothing is.
 */
public final class Restore {
    private static final String CODE_APPS = "code_app";
    private static final String DATA_KEYS = "data_key";
    private static final String WRONG_DATA = "22";

    private final DatabaseSettings settings;
    private final Path file;
    private final boolean newKey;
    private final Path programsIn;

    private Restore(DatabaseSettings settings, Path file, boolean newKey, Path programsIn) {
        this.settings = settings;
        this.file = file;
        this.newKey = newKey;
        this.programsIn = programsIn;
    }

    /**
     * @param newKey whether to go on without the key of the encrypted fields: who had an app for codes sets it up again
     * @return what was put back
     * @throws BackupRefusal when the file is no whole backup, or the folder is not ready for it
     * @throws UncheckedIOException when the file cannot be read or PostgreSQL does not start
     */
    public static Backup.Contents read(DatabaseSettings settings, Path file, boolean newKey) {
        return read(settings, file, newKey, settings.folder());
    }

    /** @param afterwards what is to be noted of the rows that were put back, as they are before the migrations since */
    public static Backup.Contents read(
            DatabaseSettings settings, Path file, boolean newKey, Consumer<JdbcClient> afterwards) {
        Backup.Contents contents = read(settings, file, newKey);
        try (PostgresServer server = PostgresServer.open(settings.folder(), settings.folder(), settings.durable());
                Connection connection = server.access(Database.NAME).connect()) {
            afterwards.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was put back: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what was put back", e);
        }
        return contents;
    }

    static Backup.Contents read(DatabaseSettings settings, Path file, boolean newKey, Path programsIn) {
        if (settings.url().isPresent()) {
            throw new BackupRefusal(Reason.NOT_EMBEDDED, settings.url().get());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Restore(settings, file, newKey, programsIn).from(zip);
        } catch (NoSuchFileException | ZipException e) {
            throw new BackupRefusal(Reason.NO_BACKUP, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot put back " + file, e);
        }
    }

    private Backup.Contents from(ZipFile zip) throws IOException, SQLException {
        Backup.Contents contents = contents(zip);
        checkKey(contents);
        checkKeyFile(zip, contents);
        try (PostgresServer server = PostgresServer.open(settings.folder(), programsIn, settings.durable())) {
            if (Roles.isDatabase(Database.NAME, server.access("postgres"))) {
                throw new BackupRefusal(Reason.OCCUPIED, settings.folder().toString());
            }
            boolean done = false;
            try {
                if (!Database.make(settings, server, contents.schema())) {
                    throw new BackupRefusal(Reason.NEWER, file.toString());
                }
                fill(zip, contents, server.access(Database.NAME));
                done = true;
            } finally {
                if (!done) {
                    Roles.dropDatabase(Database.NAME, server.access("postgres"));
                }
            }
        }
        return contents;
    }

    private Backup.Contents contents(ZipFile zip) throws IOException {
        ZipEntry list = zip.getEntry(Backup.LIST);
        if (list == null) {
            throw new BackupRefusal(Reason.NO_BACKUP, file.toString());
        }
        try (InputStream in = zip.getInputStream(list)) {
            Backup.Contents contents = Backup.JSON.readValue(in, Backup.Contents.class);
            if (contents.format() > Backup.FORMAT) {
                throw new BackupRefusal(Reason.NEWER, file.toString());
            }
            return contents;
        } catch (JacksonException e) {
            throw new BackupRefusal(Reason.DAMAGED, Backup.LIST);
        }
    }

    /** Before a server is made here, which would make a key of its own. */
    private void checkKey(Backup.Contents contents) throws IOException {
        Path password = settings.folder().resolve("password");
        boolean same = Files.exists(password)
                && Database.keyCheck(settings, Files.readString(password).strip())
                        .equals(contents.keyCheck());
        if (!same && !newKey && contents.rowsOf(CODE_APPS) > 0) {
            throw new BackupRefusal(Reason.OTHER_KEY, password.toString());
        }
    }

    /** What is encrypted would be put back and never be read again. */
    private void checkKeyFile(ZipFile zip, Backup.Contents contents) throws IOException {
        KeyFile keys = new KeyFile(settings.keyFile(), new SecureRandom());
        Set<String> needed = keysIn(zip, contents);
        if (!needed.isEmpty() && !(keys.exists() && keys.numbers().containsAll(needed))) {
            throw new BackupRefusal(Reason.NO_KEYS, keys.path().toString());
        }
    }

    /** The numbers of the keys of the key file, which stand in the rows with the keys of organisations. */
    private static Set<String> keysIn(ZipFile zip, Backup.Contents contents) throws IOException {
        Set<String> needed = new TreeSet<>();
        for (Backup.Table table : contents.tables()) {
            ZipEntry entry = zip.getEntry(table.entry());
            if (table.name().equals(DATA_KEYS) && entry != null) {
                int at = table.columns().indexOf("kek");
                try (InputStream in = zip.getInputStream(entry)) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split("\t", -1))
                            .filter(values -> at >= 0 && at < values.length)
                            .forEach(values -> needed.add(values[at]));
                } catch (ZipException e) {
                    throw new BackupRefusal(Reason.DAMAGED, table.name());
                }
            }
        }
        return needed;
    }

    private void fill(ZipFile zip, Backup.Contents contents, Access superuser) throws IOException, SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            Map<String, List<String>> columns = Backup.columns(connection);
            statement.execute("truncate " + String.join(", ", columns.keySet()));
            for (Backup.Table table : contents.tables()) {
                if (!table.columns().equals(columns.remove(table.name()))) {
                    throw new BackupRefusal(Reason.DAMAGED, table.name());
                }
                copy(zip, table, connection);
            }
            if (!columns.isEmpty()) {
                throw new BackupRefusal(
                        Reason.DAMAGED, columns.keySet().iterator().next());
            }
            goOnCounting(contents.sequences(), connection);
            if (newKey) {
                statement.execute("delete from " + CODE_APPS);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static void copy(ZipFile zip, Backup.Table table, Connection connection) throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new BackupRefusal(Reason.DAMAGED, table.name());
        }
        try (DigestInputStream rows = new DigestInputStream(zip.getInputStream(entry), Backup.sha256())) {
            long count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + table.columnList() + ") from stdin", rows);
            String found = HexFormat.of().formatHex(rows.getMessageDigest().digest());
            if (count != table.rows() || !found.equals(table.sha256())) {
                throw new BackupRefusal(Reason.DAMAGED, table.name());
            }
        } catch (ZipException e) {
            throw new BackupRefusal(Reason.DAMAGED, table.name());
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(WRONG_DATA)) {
                throw new BackupRefusal(Reason.DAMAGED, table.name());
            }
            throw e;
        }
    }

    private static void goOnCounting(Map<String, Long> sequences, Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }
}
