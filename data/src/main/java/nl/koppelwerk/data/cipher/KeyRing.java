package nl.koppelwerk.data.cipher;

import java.security.Key;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The keys of all organisations, which the database holds encrypted with a key of the {@link KeyFile}. An organisation gets its
 * first when something of it is encrypted first, on a connection and in a transaction of its own: a key is kept before
 * anything is encrypted with it.
 */
public final class KeyRing {
    static final int LOOKING = 0;
    private static final int KEY_BYTES = 32;
    /** After this long another process's new version is noticed. */
    static final long NOTICED_AFTER_NANOS = 60_000_000_000L;

    private static final String READ =
            "select version, kek, wrapped from data_key where organisation = ? order by version";
    private static final String ADD = """
            insert into data_key (organisation, version, kek, wrapped) values (?, ?, ?, ?) on conflict do nothing
            """;

    private final DataSource direct;
    private final KeyFile file;
    private final SecureRandom random;
    private final LongSupplier nanos;
    private final Map<UUID, Read> known = new ConcurrentHashMap<>();

    /** @param direct connections outside the pool: who waits for one of those may hold another already */
    public KeyRing(DataSource direct, KeyFile file, SecureRandom random) {
        this(direct, file, random, System::nanoTime);
    }

    KeyRing(DataSource direct, KeyFile file, SecureRandom random, LongSupplier nanos) {
        this.direct = direct;
        this.file = file;
        this.random = random;
        this.nanos = nanos;
    }

    private record Read(OrganisationKeys keys, long at) {}

    private record Row(int version, String kek, byte[] wrapped) {}

    public KeyFile file() {
        return file;
    }

    /** Those of an organisation, at most a minute old. */
    OrganisationKeys of(UUID organisation) {
        Read read = known.get(organisation);
        return read == null || isOld(read) ? read(organisation) : read.keys();
    }

    private boolean isOld(Read read) {
        return nanos.getAsLong() - read.at() > NOTICED_AFTER_NANOS;
    }

    /** Those of an organisation, with a version that another process may have made just now. */
    OrganisationKeys of(UUID organisation, int version) {
        OrganisationKeys keys = of(organisation);
        return keys.has(version) ? keys : read(organisation);
    }

    /** What a value is looked for by in each organisation, as PostgreSQL writes an array. */
    String indexes(Cell.Looking looking, String text) {
        try (Connection connection = direct.getConnection()) {
            return Resealing.organisations(connection).stream()
                    .map(organisation -> of(organisation).index(looking, text))
                    .collect(Collectors.joining(",", "{", "}"));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot read which organisations there are", e);
        }
    }

    void forget() {
        known.clear();
    }

    private OrganisationKeys read(UUID organisation) {
        try (Connection connection = direct.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, organisation);
            List<Row> rows = rows(connection, organisation);
            if (rows.isEmpty()) {
                add(connection, organisation, LOOKING);
                add(connection, organisation, LOOKING + 1);
                connection.commit();
                enter(connection, organisation);
                rows = rows(connection, organisation);
            }
            connection.commit();
            OrganisationKeys keys = opened(organisation, rows);
            known.values().removeIf(this::isOld);
            known.put(organisation, new Read(keys, nanos.getAsLong()));
            return keys;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot read the keys of organisation " + organisation, e);
        }
    }

    static void enter(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement("select set_config('app.organisation', ?, true)")) {
            enter.setString(1, organisation.toString());
            enter.execute();
        }
    }

    private static List<Row> rows(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, organisation);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getInt(1), row.getString(2), row.getBytes(3)));
                }
            }
            return rows;
        }
    }

    /** Adds a version with a new key. */
    void add(Connection connection, UUID organisation, int version) throws SQLException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Map.Entry<String, SecretKeySpec> kek = file.current();
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, organisation);
            add.setInt(2, version);
            add.setString(3, kek.getKey());
            add.setBytes(4, Wrapped.wrap(kek.getValue(), organisation, version, key, random));
            add.execute();
        }
    }

    /** Encrypts a key with the key of the file that is in use now. */
    void wrapAnew(Connection connection, UUID organisation, int version, String kek, byte[] wrapped)
            throws SQLException {
        byte[] key = Wrapped.unwrap(kek(kek), organisation, version, wrapped);
        Map.Entry<String, SecretKeySpec> current = file.current();
        try (PreparedStatement change = connection.prepareStatement(
                "update data_key set kek = ?, wrapped = ? where organisation = ? and version = ?")) {
            change.setString(1, current.getKey());
            change.setBytes(2, Wrapped.wrap(current.getValue(), organisation, version, key, random));
            change.setObject(3, organisation);
            change.setInt(4, version);
            change.execute();
        }
    }

    private SecretKeySpec kek(String number) {
        return file.find(number).orElseThrow(() -> KeysRefusal.other(file.path(), number));
    }

    private OrganisationKeys opened(UUID organisation, List<Row> rows) {
        byte[] looking = new byte[0];
        TreeMap<Integer, Key> versions = new TreeMap<>();
        for (Row row : rows) {
            byte[] key = Wrapped.unwrap(kek(row.kek()), organisation, row.version(), row.wrapped());
            if (row.version() == LOOKING) {
                looking = key;
            } else {
                versions.put(row.version(), new SecretKeySpec(key, "AES"));
            }
        }
        if (looking.length == 0 || versions.isEmpty()) {
            throw new IllegalStateException("organisation " + organisation + " has no keys");
        }
        return new OrganisationKeys(organisation, looking, versions);
    }
}
