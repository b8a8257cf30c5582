package nl.koppelwerk.data.work;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which workers there are, for whoever keeps the software running. */
public final class Workers {
    /** Longer without a sign of life is gone or frozen; workers give one every other second. */
    static final Duration ALIVE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    public Workers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A worker process.
     *
     * @param place its computer and process
     * @param sinceSeen how long ago it gave a sign of life
     * @param pieces that it planned since it started
     */
    public record Worker(
            UUID id,
            String place,
            String version,
            int threads,
            Instant startedAt,
            Duration sinceSeen,
            long pieces,
            Optional<LastPiece> last) {
        public boolean isAlive() {
            return sinceSeen.compareTo(ALIVE) <= 0;
        }
    }

    /** The last piece of a worker. */
    public record LastPiece(long run, int number, Instant at, double seconds) {}

    /** Last seen first. */
    public List<Worker> list() {
        return jdbc.sql("""
                        select id, place, version, threads, started_at,
                               (extract(epoch from clock_timestamp() - seen_at) * 1000)::bigint as unseen, pieces,
                               last_run, last_piece, last_at, last_seconds
                        from work.worker
                        order by date_trunc('minute', seen_at) desc, place, id
                        """)
                .query((row, number) -> new Worker(
                        row.getObject("id", UUID.class),
                        row.getString("place"),
                        row.getString("version"),
                        row.getInt("threads"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong("unseen")),
                        row.getLong("pieces"),
                        Optional.ofNullable(row.getObject("last_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .map(at -> last(row, at))))
                .list();
    }

    private static LastPiece last(java.sql.ResultSet row, Instant at) {
        try {
            return new LastPiece(row.getLong("last_run"), row.getInt("last_piece"), at, row.getDouble("last_seconds"));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the columns are in the query above", e);
        }
    }
}
