package nl.koppelwerk.data.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is signed in where. A session ends here for every node at once. */
public final class Sessions {
    /** Without a page for this long, somebody has left. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    /** A working day and some; then everybody signs in again. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Noting every page would be a write for each. */
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);

    private static final String COLUMNS = "id, account, started_at, last_seen_at, browser, network";
    private static final String OPEN = " ended_at is null and last_seen_at > :idle and started_at > :longest ";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    public Sessions(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A session that has not ended.
     *
     * @param browser in a few words, for its owner to know it by
     * @param network the first part of the address that it came from
     */
    public record Session(
            UUID id, UUID account, Instant startedAt, Instant lastSeenAt, String browser, String network) {}

    /** Answers the secret that the session shows with each page. */
    public String start(OrganisationId organisation, UUID account, String browser, String network) {
        String secret = secrets.next();
        String sql = """
                insert into account_session (organisation, hash, id, account, started_at, last_seen_at, browser, network)
                values (:organisation, :hash, :id, :account, :now, :now, :browser, :network)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("hash", Secrets.hash(secret))
                .param("id", UUID.nameUUIDFromBytes(secrets.bytes(16)))
                .param("account", account)
                .param("now", now(Duration.ZERO))
                .param("browser", browser)
                .param("network", network)
                .update();
        return secret;
    }

    /** The session of this secret, when it has not ended and its account may still sign in; notes that it was seen. */
    public Optional<Session> see(String secret) {
        String sql = "select " + COLUMNS + " from account_session where hash = :hash and" + OPEN
                + "and exists (select from account a where a.id = account and a.enabled)";
        Optional<Session> found = open(sql)
                .param("hash", Secrets.hash(secret))
                .query(Sessions::session)
                .optional();
        found.filter(session -> session.lastSeenAt().plus(NOTED_EACH).isBefore(clock.instant()))
                .ifPresent(this::note);
        return found;
    }

    private void note(Session session) {
        jdbc.sql("update account_session set last_seen_at = :now where id = :id")
                .param("now", now(Duration.ZERO))
                .param("id", session.id())
                .update();
    }

    /** Of one account, last seen first. */
    public List<Session> list(UUID account) {
        return open("select " + COLUMNS + " from account_session where account = :account and" + OPEN
                        + "order by last_seen_at desc, id")
                .param("account", account)
                .query(Sessions::session)
                .list();
    }

    /** Ends one session of the account; says whether there was one to end. */
    public boolean end(UUID account, UUID session) {
        return jdbc.sql("""
                        update account_session set ended_at = :now
                        where id = :id and account = :account and ended_at is null
                        """)
                        .param("now", now(Duration.ZERO))
                        .param("id", session)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Ends all sessions of the account but this one; says how many. */
    public int endOthers(UUID account, Optional<UUID> kept) {
        return jdbc.sql("""
                        update account_session set ended_at = :now
                        where account = :account and ended_at is null and id is distinct from :kept::uuid
                        """)
                .param("now", now(Duration.ZERO))
                .param("account", account)
                .param("kept", kept.map(UUID::toString).orElse(null), java.sql.Types.VARCHAR)
                .update();
    }

    private JdbcClient.StatementSpec open(String sql) {
        return jdbc.sql(sql).param("idle", now(IDLE)).param("longest", now(LONGEST));
    }

    private OffsetDateTime now(Duration ago) {
        return clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getString("browser"),
                row.getString("network"));
    }
}
