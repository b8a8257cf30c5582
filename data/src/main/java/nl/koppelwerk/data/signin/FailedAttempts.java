package nl.koppelwerk.data.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The brake on guessing: after some failures each next one has to wait longer. What is counted is never an account alone,
 * so that nobody can keep its owner out; counted in the database, so that it holds on every node.
 */
public final class FailedAttempts {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);
    private static final int DOUBLINGS = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    public FailedAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes an attempt into account before it is made, so that many at once do not slip through.
     *
     * @param free failures that cost nothing
     * @return empty: go on; else how long to wait, and this attempt is not counted
     */
    public Optional<Duration> admit(String subject, int free) {
        String sql = """
                insert into failed_attempts as f (subject, failures, failed_at)
                values (:subject, 1, :now)
                on conflict (subject) do update
                set failures = case when f.failed_at < :forgotten then 1 else f.failures + 1 end, failed_at = :now
                where f.failed_at < :forgotten or f.failures < :free
                   or f.failed_at <= :now - least(:longest, :first * 2 ^ least(f.failures - :free, :doublings))
                                            * interval '1 second'
                returning failures
                """;
        boolean admitted = jdbc.sql(sql)
                .param("subject", Secrets.hash(subject))
                .param("now", now())
                .param("forgotten", now().minus(FORGOTTEN_AFTER))
                .param("free", free)
                .param("longest", LONGEST_WAIT.toSeconds())
                .param("first", FIRST_WAIT.toSeconds())
                .param("doublings", DOUBLINGS)
                .query(Integer.class)
                .optional()
                .isPresent();
        return admitted ? Optional.empty() : Optional.of(left(subject, free));
    }

    private Duration left(String subject, int free) {
        return jdbc.sql("select failures, failed_at from failed_attempts where subject = :subject")
                .param("subject", Secrets.hash(subject))
                .query((row, number) -> {
                    Instant failedAt =
                            row.getObject("failed_at", OffsetDateTime.class).toInstant();
                    return Duration.between(clock.instant(), failedAt.plus(wait(row.getInt("failures") - free)));
                })
                .optional()
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Duration wait(int beyond) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(beyond, 0), DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    /** The attempt went well: what failed before no longer counts. */
    public void forget(String subject) {
        jdbc.sql("delete from failed_attempts where subject = :subject")
                .param("subject", Secrets.hash(subject))
                .update();
    }

    /** The attempt was none of guessing after all. */
    public void takeBack(String subject) {
        jdbc.sql("delete from failed_attempts where subject = :subject and failures = 1")
                .param("subject", Secrets.hash(subject))
                .update();
        jdbc.sql("update failed_attempts set failures = failures - 1 where subject = :subject and failures > 1")
                .param("subject", Secrets.hash(subject))
                .update();
    }

    /** Removes what no longer counts. */
    public void sweep() {
        jdbc.sql("delete from failed_attempts where failed_at < :forgotten")
                .param("forgotten", now().minus(FORGOTTEN_AFTER))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
