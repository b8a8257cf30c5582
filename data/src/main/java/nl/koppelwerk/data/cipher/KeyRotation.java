package nl.koppelwerk.data.cipher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * New keys for everything, while people work: a new version for each organisation, which is used at once; then everything that
 * is there is brought to it. Older versions go when nothing is encrypted with them any more, an hour later at the earliest, as
 * another process notices the new one a little later. Broken off anywhere it is run again.
 */
public final class KeyRotation {
    private static final String ADDED_UP = """
            select coalesce(max(version), 0), coalesce(bool_or(version > 0 and made_at < statement_timestamp() - interval '1 hour'
                   and version = (select max(m.version) from data_key m where m.organisation = k.organisation)), false)
            from data_key k where k.organisation = ?
            """;

    private final DataSource owner;
    private final KeyRing ring;
    private final Resealing resealing;

    public KeyRotation(DataSource owner, KeyRing ring) {
        this.owner = owner;
        this.ring = ring;
        this.resealing = new Resealing(owner, ring);
    }

    /**
     * What was done.
     *
     * @param organisations with a new key
     * @param values encrypted anew
     * @param dropped older keys that nothing needs
     */
    public record Done(int organisations, long values, int dropped) {}

    /**
     * Gives each organisation a new key and brings all values to it.
     *
     * @throws BrokenSeal when a value was changed, or is not where it belongs
     */
    public Done rotate() {
        int organisations = all((connection, organisation) -> {
            ring.add(connection, organisation, newest(connection, organisation) + 1);
            return 1;
        });
        return goOn(organisations);
    }

    /** Brings all values to the newest key there is, as a rotation that was broken off still has to. */
    public Done finish() {
        return goOn(0);
    }

    /** Puts a new key in the file, encrypts the keys of all organisations with it and takes the older one out. */
    public int replaceFileKey() {
        ring.file().add();
        int wrapped = all(this::wrapAnew);
        ring.file().dropOlder();
        ring.forget();
        return wrapped;
    }

    private Done goOn(int organisations) {
        ring.forget();
        long values = resealing.resealAll();
        int dropped = all(this::drop);
        ring.forget();
        return new Done(organisations, values, dropped);
    }

    private interface Work {
        int of(Connection connection, UUID organisation) throws SQLException;
    }

    private int all(Work work) {
        try (Connection connection = owner.getConnection()) {
            int all = 0;
            for (UUID organisation : Resealing.organisations(connection)) {
                ring.of(organisation);
                connection.setAutoCommit(false);
                KeyRing.enter(connection, organisation);
                all += work.of(connection, organisation);
                connection.commit();
                connection.setAutoCommit(true);
            }
            return all;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot change the keys", e);
        }
    }

    private static int newest(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ADDED_UP)) {
            read.setObject(1, organisation);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private int wrapAnew(Connection connection, UUID organisation) throws SQLException {
        int wrapped = 0;
        try (PreparedStatement read = connection.prepareStatement(
                "select version, kek, wrapped from data_key where organisation = ? for update")) {
            read.setObject(1, organisation);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    ring.wrapAnew(connection, organisation, row.getInt(1), row.getString(2), row.getBytes(3));
                    wrapped++;
                }
            }
        }
        return wrapped;
    }

    private int drop(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ADDED_UP);
                PreparedStatement older = connection.prepareStatement(
                        "delete from data_key where organisation = ? and version > 0 and version < ?")) {
            read.setObject(1, organisation);
            int newest;
            try (ResultSet row = read.executeQuery()) {
                row.next();
                if (!row.getBoolean(2)) {
                    return 0;
                }
                newest = row.getInt(1);
            }
            if (resealing.isOlderThan(connection, organisation, newest)) {
                return 0;
            }
            older.setObject(1, organisation);
            older.setInt(2, newest);
            return older.executeUpdate();
        }
    }
}
