package nl.koppelwerk.data.database;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.koppelwerk.data.cipher.KeyFile;
import nl.koppelwerk.data.cipher.KeyRing;
import nl.koppelwerk.data.cipher.KeyRotation;
import nl.koppelwerk.data.cipher.SealingDataSource;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A migrated, empty database for one test class, on real PostgreSQL. */
public final class TestDatabase implements AutoCloseable {
    /** The role of workers. */
    public static final String WORKER = "koppelwerk_worker";

    private final Access owner;
    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final KeyRing ring;
    private final DataSource sealing;
    private final PlatformTransactionManager transactions;

    TestDatabase(Access owner, DatabaseSettings settings, HikariDataSource pool) {
        this.owner = owner;
        this.settings = settings;
        this.pool = pool;
        SecureRandom random = new SecureRandom();
        Access runtime = new Access(owner.url(), pool.getUsername(), pool.getPassword());
        this.ring = new KeyRing(runtime.dataSource(), new KeyFile(settings.keyFile(), random), random);
        this.sealing = new SealingDataSource(pool, ring);
        this.transactions = new JdbcTransactionManager(sealing);
    }

    /** Connections under the runtime role. */
    public DataSource dataSource() {
        return sealing;
    }

    public KeyRing keyRing() {
        return ring;
    }

    public KeyRotation keyRotation() {
        return new KeyRotation(owner.dataSource(), ring);
    }

    Access owner() {
        return owner;
    }

    /** Another pool under the runtime role. */
    HikariDataSource pool(int size) {
        return Database.pool(new Access(owner.url(), pool.getUsername(), pool.getPassword()), size);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(sealing);
    }

    /** Tables with rows of organisations, as they are named in SQL. */
    public List<String> guardedTables() {
        return ownerJdbc().sql("""
                        select format('%I.%I', schemaname, tablename)::regclass::text
                        from pg_policies where policyname = 'own_organisation' order by 1
                        """).query((row, number) -> row.getString(1)).list();
    }

    /** Under the owner, for what the runtime role may not even look at. */
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(ownerDataSource());
    }

    /** A connection for each statement. */
    public DataSource ownerDataSource() {
        return new org.springframework.jdbc.datasource.DriverManagerDataSource(
                owner.url(), owner.username(), owner.password());
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public OrganisationScope scope() {
        return new OrganisationScope(jdbc(), transactions);
    }

    /** For a Spring context on this database: {@code koppelwerk.database.url=…} and so on. */
    public String[] properties() {
        return new String[] {
            "koppelwerk.database.url=" + owner.url(),
            "koppelwerk.database.username=" + owner.username(),
            "koppelwerk.database.password=" + owner.password(),
            "koppelwerk.database.runtime-username=" + settings.runtimeUsername(),
            "koppelwerk.database.keys=" + settings.keyFile()
        };
    }

    /** How a worker gets in, under {@link #WORKER}. */
    public EmbeddedServer worker() {
        return worker(owner);
    }

    static EmbeddedServer worker(Access owner) {
        return new EmbeddedServer(owner.url(), Roles.derivedPassword(owner.password(), WORKER));
    }

    /** Adds an organisation; its id follows from its name. */
    public OrganisationId organisation(String name) {
        OrganisationId id =
                new OrganisationId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        scope().inside(id, () -> {
            jdbc().sql("insert into organisation (organisation, name) values (:id, :name)")
                    .param("id", id.value())
                    .param("name", name)
                    .update();
        });
        return id;
    }

    @Override
    public void close() {
        pool.close();
    }
}
