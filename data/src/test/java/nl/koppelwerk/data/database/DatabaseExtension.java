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
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Gives a test class a {@link TestDatabase} of its own: one server for all tests of the JVM, migrated once, copied for
 * each class. Ask for it as a parameter of the constructor or of a method.
 */
public final class DatabaseExtension extends TypeBasedParameterResolver<TestDatabase> {
    /** Unpacked once for all tests of this user, of later builds too. */
    static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("koppelwerk-programs-" + System.getProperty("user.name"));

    private static final String OWNER = "koppelwerk_owner";
    private static final String TEMPLATE = "koppelwerk_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Namespace here = ExtensionContext.Namespace.create(DatabaseExtension.class);
        SharedServer server = context.getRoot()
                .getStore(here)
                .computeIfAbsent(SharedServer.class, key -> new SharedServer(), SharedServer.class);
        ExtensionContext ofClass = context;
        while (ofClass.getTestClass().isPresent() && ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(here).computeIfAbsent(TestDatabase.class, key -> server.copy(), TestDatabase.class);
    }

    /** The server with its template; stops when the last test of the JVM has run. */
    private static final class SharedServer implements AutoCloseable {
        private final Path folder;
        private final PostgresServer server;
        private final DatabaseSettings settings;
        private final String ownerPassword;
        /** When the build is stopped midway, JUnit does not come round to closing. */
        private final Thread whenStopped = new Thread(this::stop);

        SharedServer() {
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

        TestDatabase copy() {
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
            HikariDataSource pool = Database.pool(runtime, settings.poolSize());
            return new TestDatabase(owner(name), settings, pool);
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
}
