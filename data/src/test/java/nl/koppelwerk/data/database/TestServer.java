package nl.koppelwerk.data.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, migrated once and copied for whoever asks; gone when it is closed. */
public final class TestServer implements AutoCloseable {
    /** Unpacked once for all tests of this user, of later builds too. */
    static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("koppelwerk-programs-" + System.getProperty("user.name"));

    private static final String OWNER = "koppelwerk_owner";
    private static final String TEMPLATE = "koppelwerk_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path folder;
    private final PostgresServer server;
    private final DatabaseSettings settings;
    private final String ownerPassword;
    /** When the build is stopped midway, JUnit does not come round to closing. */
    private final Thread whenStopped = new Thread(this::stop);

    public TestServer() {
        try {
            folder = Files.createTempDirectory("koppelwerk-test-");
            server = PostgresServer.open(folder, PROGRAMS, false);
            settings = new DatabaseSettings(
                    folder, false, Optional.empty(), "", "", "koppelwerk_app", Optional.empty(), 10);
            Access superuser = server.access("postgres");
            ownerPassword = Roles.derivedPassword(superuser.password(), OWNER);
            Roles.allow(new Access(superuser.url(), OWNER, ownerPassword), superuser);
            Roles.createDatabase(TEMPLATE, OWNER, superuser);
            Database.prepared(settings, owner(TEMPLATE), superuser).close();
            Runtime.getRuntime().addShutdownHook(whenStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Access owner(String database) {
        return new Access(server.url(database), OWNER, ownerPassword);
    }

    /** A migrated, empty database of its own. */
    public TestDatabase copy() {
        String name = "koppelwerk_" + COUNT.incrementAndGet();
        try (Connection connection = server.access("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TEMPLATE + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Access runtime = new Access(
                server.url(name),
                settings.runtimeUsername(),
                Roles.derivedPassword(ownerPassword, settings.runtimeUsername()));
        allowWork(name);
        HikariDataSource pool = Database.pool(runtime, settings.poolSize());
        return new TestDatabase(owner(name), settings, pool);
    }

    private void allowWork(String database) {
        try {
            EmbeddedServer worker = TestDatabase.worker(owner(database));
            Roles.allowWork(
                    new Access(worker.url(), TestDatabase.WORKER, worker.password()),
                    server.access("postgres"),
                    owner(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(whenStopped);
        stop();
    }

    private void stop() {
        try {
            server.close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
