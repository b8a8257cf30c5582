package nl.koppelwerk.data.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import nl.koppelwerk.data.cipher.KeyFile;
import nl.koppelwerk.data.cipher.KeyRing;
import nl.koppelwerk.data.cipher.KeyRotation;
import nl.koppelwerk.data.cipher.Resealing;
import nl.koppelwerk.data.cipher.SealingDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The application's database, with its schema up to date and open to the runtime role only. */
public final class Database implements AutoCloseable {
    static final String NAME = "koppelwerk";
    private static final String OWNER = "koppelwerk_owner";

    private final @Nullable PostgresServer server;
    private final Opened opened;

    private Database(@Nullable PostgresServer server, Opened opened) {
        this.server = server;
        this.opened = opened;
    }

    /**
     * A database that is ready for use.
     *
     * @param sealing the pool, through which values are encrypted and decrypted
     * @param owner how the role that owns the tables comes in
     */
    record Opened(HikariDataSource pool, DataSource sealing, Access owner, KeyRing ring) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
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
        Opened opened = null;
        try {
            opened = embedded(settings, server);
            return new Database(server, opened);
        } finally {
            if (opened == null) {
                stop(server);
            }
        }
    }

    /** Connections under the runtime role, which sees rows inside an {@link OrganisationScope} only. */
    public DataSource dataSource() {
        return opened.sealing();
    }

    /** The keys of encrypted values. */
    public KeyRing keyRing() {
        return opened.ring();
    }

    /** Changes the keys and what they encrypt. */
    public KeyRotation keyRotation() {
        return new KeyRotation(opened.owner().dataSource(), opened.ring());
    }

    /** For values that are encrypted before they are stored: it follows from a password, so it is not in the database. */
    public SecretKey fieldKey() {
        return new SecretKeySpec(HexFormat.of().parseHex(fieldKey(opened.pool().getPassword())), "AES");
    }

    /** The same for the same {@link #fieldKey()} of an embedded database; the key does not follow from it. */
    static String keyCheck(DatabaseSettings settings, String superuserPassword) {
        Access owner = new Access(NAME, OWNER, Roles.derivedPassword(superuserPassword, OWNER));
        return Roles.derivedPassword(fieldKey(runtime(settings, owner).password()), "check of the key");
    }

    private static String fieldKey(String runtimePassword) {
        return Roles.derivedPassword(runtimePassword, "encrypted fields");
    }

    /**
     * Lets workers in under a role that may ask for pieces of a night and answer them, and nothing else.
     *
     * @param password not given: with an embedded database one that follows from its own, else nobody is let in
     * @throws IllegalStateException when the role cannot be made
     */
    public void letWorkersIn(String role, Optional<String> password) {
        @Nullable PostgresServer embedded = server;
        Access owner = opened.owner();
        Optional<String> chosen = password.or(() -> Optional.ofNullable(embedded)
                .map(one -> Roles.derivedPassword(one.access(NAME).password(), role)));
        if (chosen.isPresent()) {
            Access worker = new Access(owner.url(), role, chosen.get());
            try {
                Roles.allowWork(worker, embedded == null ? owner : embedded.access(NAME), owner);
                Roles.checkBound(worker);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot prepare the database for workers under role " + role, e);
            }
        }
    }

    @Override
    public void close() {
        opened.close();
        if (server != null) {
            stop(server);
        }
    }

    private static Opened embedded(DatabaseSettings settings, PostgresServer server) {
        try (Connection alone = Roles.alone(server.access("postgres"))) {
            assert alone.isValid(0);
            return prepared(settings, created(server), server.access(NAME));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare database " + NAME, e);
        }
    }

    /** @return how its owner reaches the database, which is made when it is not there yet */
    private static Access created(PostgresServer server) throws SQLException {
        Access superuser = server.access("postgres");
        String password = Roles.derivedPassword(superuser.password(), OWNER);
        Roles.allow(new Access(superuser.url(), OWNER, password), superuser);
        Roles.createDatabase(NAME, OWNER, superuser);
        return new Access(server.url(NAME), OWNER, password);
    }

    /**
     * Makes the tables as an earlier version had them.
     *
     * @return whether this software knows that version
     */
    static boolean make(DatabaseSettings settings, PostgresServer server, String schema) throws SQLException {
        Access owner = created(server);
        Roles.allow(runtime(settings, owner), server.access(NAME));
        FluentConfiguration migrations = migrations(owner, settings.runtimeUsername());
        MigrationVersion version = MigrationVersion.fromVersion(schema);
        boolean known = Arrays.stream(migrations.load().info().all())
                .anyMatch(migration -> version.equals(migration.getVersion()));
        if (known) {
            migrations.target(version).load().migrate();
        }
        return known;
    }

    /** Migrates as the owner, opens the pool as the runtime role, and encrypts what newly is to be. */
    static Opened prepared(DatabaseSettings settings, Access owner, Access administrator) {
        Access runtime = runtime(settings, owner);
        try (Connection alone = Roles.alone(administrator)) {
            assert alone.isValid(0);
            Roles.allow(runtime, administrator);
            migrations(owner, runtime.username()).load().migrate();
            Roles.checkBound(runtime);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the database for role " + runtime.username(), e);
        }
        SecureRandom random = new SecureRandom();
        KeyFile keys = new KeyFile(settings.keyFile(), random);
        keys.openFor(owner.dataSource());
        KeyRing ring = new KeyRing(runtime.dataSource(), keys, random);
        new Resealing(owner.dataSource(), ring).sealNew();
        HikariDataSource pool = pool(runtime, settings.poolSize());
        return new Opened(pool, new SealingDataSource(pool, ring), owner, ring);
    }

    private static Access runtime(DatabaseSettings settings, Access owner) {
        String name = settings.runtimeUsername();
        String password = settings.runtimePassword().orElseGet(() -> Roles.derivedPassword(owner.password(), name));
        return new Access(owner.url(), name, password);
    }

    private static FluentConfiguration migrations(Access owner, String runtimeRole) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtimeRole", runtimeRole));
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
