package nl.koppelwerk.data.work;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** The side of a worker: it can do what the functions of the schema {@code work} do, and reads no table. */
public final class WorkerDesk implements AutoCloseable {
    private static final int CONNECTIONS_BESIDE = 3;
    private static final long PATIENCE_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final UUID worker;
    private @Nullable Connection listening;

    private WorkerDesk(HikariDataSource pool, UUID worker) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.worker = worker;
    }

    /**
     * A piece that is this worker's until its lease ends.
     *
     * @param token tells this claim from an earlier or later one
     * @param left how long anybody needs an answer
     */
    public record Claimed(UUID job, int number, int token, byte[] task, long run, Duration lease, Duration left) {
        @Override
        public String toString() {
            return "piece " + number + " of run " + run + ", claim " + token;
        }
    }

    /**
     * @param threads that will ask at the same time
     * @throws NoDesk when this is no database for workers, or does not let this one in
     */
    public static WorkerDesk open(WorkerAccess access, int threads) throws NoDesk {
        UUID worker;
        try (Connection connection = access.connect()) {
            NoDesk.check(connection, access);
            worker = newId(connection);
        } catch (SQLException e) {
            throw NoDesk.because(e, access);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("worker");
        config.setJdbcUrl(access.url());
        config.setUsername(access.username());
        config.setPassword(access.password());
        config.setMaximumPoolSize(threads + CONNECTIONS_BESIDE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.addDataSourceProperty("ApplicationName", "koppelwerk worker");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", "60");
        return new WorkerDesk(new HikariDataSource(config), worker);
    }

    private static UUID newId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select gen_random_uuid()")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Gives a sign of life; answers the version of the software that keeps the database, once one has said so. */
    public Optional<String> announce(String place, String version, int threads) {
        return jdbc.sql("select work.announce(:worker, :place, :version, :threads)")
                .param("worker", worker)
                .param("place", place)
                .param("version", version)
                .param("threads", threads)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** The largest piece that nobody is at. */
    public Optional<Claimed> claim() {
        return jdbc.sql("select job, number, token, task, run, lease_millis, left_millis from work.claim(:worker)")
                .param("worker", worker)
                .query((row, number) -> new Claimed(
                        row.getObject("job", UUID.class),
                        row.getInt("number"),
                        row.getInt("token"),
                        row.getBytes("task"),
                        row.getLong("run"),
                        Duration.ofMillis(row.getLong("lease_millis")),
                        Duration.ofMillis(row.getLong("left_millis"))))
                .optional();
    }

    /** Whether the piece is still this worker's; if so, for another lease. */
    public boolean renew(Claimed piece) {
        return jdbc.sql("select work.renew(:worker, :job, :number, :token)")
                .param("worker", worker)
                .param("job", piece.job())
                .param("number", piece.number())
                .param("token", piece.token())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether the answer was taken: not when the piece was given to somebody else since. */
    public boolean answer(Claimed piece, byte[] answer, double seconds) {
        return tell(piece, answer, null, seconds);
    }

    /** Gives back a piece that cannot be planned here, with the kind of error. */
    public boolean giveBack(Claimed piece, String kind) {
        return tell(piece, null, kind, 0);
    }

    private boolean tell(Claimed piece, byte @Nullable [] answer, @Nullable String kind, double seconds) {
        return jdbc.sql("select work.answer(:worker, :job, :number, :token, :answer, :kind, :seconds)")
                .param("worker", worker)
                .param("job", piece.job())
                .param("number", piece.number())
                .param("token", piece.token())
                .param("answer", answer, Types.BINARY)
                .param("kind", kind, Types.VARCHAR)
                .param("seconds", seconds)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Returns when there may be work, or after this time; for one thread only. */
    public void awaitWork(Duration atMost) {
        try {
            if (listening == null || listening.isClosed()) {
                listening = pool.getConnection();
                try (Statement statement = listening.createStatement()) {
                    statement.execute("listen " + WorkJobs.CHANNEL);
                }
            }
            listening.unwrap(PGConnection.class).getNotifications((int) Math.max(1, atMost.toMillis()));
        } catch (SQLException e) {
            stopListening();
            throw java.util.Objects.requireNonNullElseGet(
                    new SQLExceptionSubclassTranslator().translate("waiting for work", null, e),
                    () -> new org.springframework.dao.DataAccessResourceFailureException("waiting for work", e));
        }
    }

    private void stopListening() {
        if (listening != null) {
            pool.evictConnection(listening);
            listening = null;
        }
    }

    /** Says goodbye: what this worker was at is for others at once. */
    public void leave() {
        jdbc.sql("select work.leave(:worker)")
                .param("worker", worker)
                .query((row, number) -> number)
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }
}
