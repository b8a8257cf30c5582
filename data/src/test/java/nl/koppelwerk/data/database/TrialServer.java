package nl.koppelwerk.data.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL of any folder of the application, for suites that look behind its back and crash it. */
public final class TrialServer implements AutoCloseable {
    private static final String OWNER = "koppelwerk_owner";

    private final PostgresServer server;

    private TrialServer(PostgresServer server) {
        this.server = server;
    }

    /** Starts it, as the application would. */
    public static TrialServer open(Path folder) throws IOException {
        return new TrialServer(PostgresServer.open(folder, folder, true));
    }

    /** As the superuser, who sees all rows of all organisations; the server must be running. */
    public static Connection connect(Path folder, String database) throws SQLException {
        try {
            int port = process(folder)
                    .postmaster()
                    .map(PostgresProcess.Postmaster::port)
                    .orElseThrow(() -> new SQLException("no PostgreSQL runs on " + folder));
            String password = Files.readString(folder.resolve("password")).strip();
            return new Access("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password).connect();
        } catch (IOException e) {
            throw new SQLException("no way to the PostgreSQL of " + folder, e);
        }
    }

    /** The number of the server's process, when it runs. */
    public static Optional<Long> processId(Path folder) throws IOException {
        return process(folder).postmaster().map(PostgresProcess.Postmaster::processId);
    }

    /** Ends it, however busy it is. */
    public static void stop(Path folder) throws IOException {
        PostgresProcess process = process(folder);
        if (process.postmaster().isPresent()) {
            process.stop();
        }
    }

    private static PostgresProcess process(Path folder) {
        return new PostgresProcess(
                folder.resolve("programs-" + PostgresBinaries.VERSION),
                folder.resolve("data"),
                folder.resolve("server.log"));
    }

    public int port() {
        return server.port();
    }

    /** As the superuser. */
    public Connection connect(String database) throws SQLException {
        return server.access(database).connect();
    }

    /** Settings by which an application uses a database of this server, through whatever listens on the port. */
    public List<String> settings(String database, int port) {
        String password = Roles.derivedPassword(server.access(database).password(), OWNER);
        return List.of(
                "--koppelwerk.database.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database
                        + "?sslmode=disable&gssEncMode=disable",
                "--koppelwerk.database.username=" + OWNER,
                "--koppelwerk.database.password=" + password);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
