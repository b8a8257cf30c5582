package nl.koppelwerk.data.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Locks by name that live exactly as long as the connection that took them: a process that dies, however, lets go. A
 * connection can drop while its process lives on, so what is done under a lock carries a fencing number as well.
 */
public final class AdvisoryLocks {
    private static final Logger log = LoggerFactory.getLogger(AdvisoryLocks.class);

    private static final String PATIENCE = "5s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;

    public AdvisoryLocks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The lock with a connection of its own, or empty when somebody else holds it. Waits {@value #PATIENCE} at most: the
     * server takes a moment to notice that the process of a holder was killed.
     */
    public Optional<Held> tryTake(String name) {
        try {
            Connection connection = dataSource.getConnection();
            boolean taken = false;
            try {
                taken = take(connection, name);
                return taken ? Optional.of(new Held(connection, name)) : Optional.empty();
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot take the lock " + name, e);
        }
    }

    private static boolean take(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.execute("set local lock_timeout = '" + PATIENCE + "'");
            lock.setString(1, name);
            lock.execute();
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** A lock that is held until it is closed. */
    public static final class Held implements AutoCloseable {
        private final Connection connection;
        private final String name;

        private Held(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /** Lets go. A connection that cannot say so is cut, or was lost already: either lets go as well. */
        @Override
        public void close() {
            try (connection) {
                if (!ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name)) {
                    connection.abort(Runnable::run);
                }
            } catch (SQLException e) {
                log.warn("The connection of lock {} was lost before the work was done", name, e);
            }
        }
    }
}
