package nl.koppelwerk.data.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The application's database, with its schema up to date and open to the runtime role only. */
public final class Database implements AutoCloseable {
    private static final String NAME = "koppelwerk";
    private static final String OWNER = "koppelwerk_owner";

    private final @Nullable PostgresServer server;
    private final HikariDataSource pool;

    private Database(@Nullable PostgresServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /**
     * Starts the embedded PostgreSQL, or connects to the one in the settings, and migrates.
     *
     * @throws UncheckedIOException when PostgreSQL does not start
     * @throws IllegalStateException when the database cannot be prepared
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, settings.folder());
    }

    /** @param programsIn where PostgreSQL's own programs are unpacked */
    static Database open(DatabaseSettings settings, Path programsIn) {
        if (settings.url().isPresent()) {
            Access owner = new Access(settings.url().get(), settings.username(), settings.password());
            return new Database(null, prepared(settings, owner, owner));
        }
        PostgresServer server = start(settings, programsIn);
        HikariDataSource pool = null;
        try {
            pool = embedded(settings, server);
            return new Database(server, pool);
        } finally {
            if (pool == null) {
                stop(server);
            }
        }
    }

    /** Connections under the runtime role, which sees rows inside an {@link OrganisationScope} only. */
    public DataSource dataSource() {
        return pool;
    }

    /** For values that are encrypted before they are stored: it follows from a password, so it is not in the database. */
    public SecretKey fieldKey() {
        String key = Roles.derivedPassword(pool.getPassword(), "encrypted fields");
        return new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            stop(server);
        }
    }

    private static HikariDataSource embedded(DatabaseSettings settings, PostgresServer server) {
        Access superuser = server.access("postgres");
        String password = Roles.derivedPassword(superuser.password(), OWNER);
        try {
            Roles.allow(new Access(superuser.url(), OWNER, password), superuser);
            Roles.createDatabase(NAME, OWNER, superuser);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare database " + NAME, e);
        }
        Access owner = new Access(server.url(NAME), OWNER, password);
        return prepared(settings, owner, server.access(NAME));
    }

    /** Migrates as the owner and opens the pool as the runtime role. */
    static HikariDataSource prepared(DatabaseSettings settings, Access owner, Access administrator) {
        String name = settings.runtimeUsername();
        Optional<String> given = settings.runtimePassword();
        Access runtime =
                new Access(owner.url(), name, given.orElseGet(() -> Roles.derivedPassword(owner.password(), name)));
        try {
            Roles.allow(runtime, administrator);
            migrate(owner, name);
            Roles.checkBound(runtime);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the database for role " + name, e);
        }
        return pool(runtime, settings.poolSize());
    }

    private static void migrate(Access owner, String runtimeRole) {
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(java.util.Map.of("runtimeRole", runtimeRole))
                .load()
                .migrate();
    }

    static HikariDataSource pool(Access access, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("koppelwerk");
        config.setJdbcUrl(access.url());
        config.setUsername(access.username());
        config.setPassword(access.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("ApplicationName", "koppelwerk");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Which row a statement failed on may name a person, and errors are logged.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    private static PostgresServer start(DatabaseSettings settings, Path programsIn) {
        Path folder = settings.folder();
        try {
            return PostgresServer.open(folder, programsIn, settings.durable());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void stop(PostgresServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
