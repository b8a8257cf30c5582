package nl.koppelwerk.data.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mail on its way out, of the organisation whose scope this is called in. Whoever sends claims one mail first, in a
 * transaction of its own: whatever happens to the sender then, nobody sends it a second time by itself.
 */
public final class OutgoingMails {
    /** A claim that is older than this belongs to a sender that died. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(15);

    private static final int LONGEST_DELAY_MINUTES = 720;

    private final JdbcClient jdbc;
    private final Clock clock;

    public OutgoingMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a mail is doing. */
    public enum State {
        WAITING,
        /** Tried before, and tried again later. */
        FAILED,
        /** Its sender died while it was sent: perhaps it arrived, perhaps not. */
        UNSURE,
        SENT
    }

    /**
     * A mail as an administrator sees it; what it says stays with who it is for.
     *
     * @param next when it is tried next, while it waits
     * @param failure kind of the last failure
     */
    public record Line(
            UUID id,
            String recipient,
            String subject,
            State state,
            Instant createdAt,
            Instant next,
            int attempts,
            Optional<String> failure) {}

    /** The mail that has waited longest, claimed; empty when none is to be sent now. */
    public Optional<Mail> claim() {
        String sql = """
                update outgoing_mail m
                set claimed_at = :now, attempts = attempts + 1
                from (select w.id
                      from outgoing_mail w
                      where w.sent_at is null and w.claimed_at is null and w.not_before <= :now
                      order by w.not_before, w.id
                      limit 1
                      for update skip locked) next
                where m.id = next.id
                returning m.id, m.recipient, m.subject, m.body, m.calendar
                """;
        return jdbc.sql(sql)
                .param("now", now())
                .query((row, number) -> new Mail(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        Optional.ofNullable(row.getString("calendar"))))
                .optional();
    }

    /** What it said is for its reader alone from now on: a link that lets somebody in is in no backup of tomorrow. */
    public void sent(UUID id) {
        String sql = """
                update outgoing_mail
                set sent_at = :now, claimed_at = null, failure = null, body = '', calendar = null
                where id = :id
                """;
        jdbc.sql(sql).param("now", now()).param("id", id).update();
    }

    /** To be tried again after a minute, and after twice as long each time, up to twelve hours. */
    public void failed(UUID id, String kind) {
        String sql = """
                update outgoing_mail
                set claimed_at = null, failure = :kind,
                    not_before = :now + make_interval(mins => least(:longest, (2 ^ least(attempts - 1, 20))::integer))
                where id = :id
                """;
        jdbc.sql(sql)
                .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("longest", LONGEST_DELAY_MINUTES)
                .param("kind", kind)
                .param("id", id)
                .update();
    }

    /** A person wants it sent now: one that failed, or one of which nobody knows whether it arrived. */
    public boolean sendAgain(UUID id) {
        String sql = """
                update outgoing_mail set not_before = :now, claimed_at = null
                where id = :id and sent_at is null and (claimed_at is null or claimed_at < :dead)
                """;
        return jdbc.sql(sql)
                        .param("now", now())
                        .param("dead", dead())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What has not gone out yet, the oldest first, then what went out last. */
    public List<Line> list(int atMost) {
        String sql = """
                select id, recipient, subject, created_at, not_before, attempts, failure,
                       case
                           when sent_at is not null then 'SENT'
                           when claimed_at < :dead then 'UNSURE'
                           when failure is not null then 'FAILED'
                           else 'WAITING'
                       end as state
                from outgoing_mail
                order by sent_at desc nulls first, created_at, id
                limit :atMost
                """;
        return jdbc.sql(sql)
                .param("dead", dead())
                .param("atMost", atMost)
                .query((row, number) -> line(row))
                .list();
    }

    /** Whether there is such a mail, sent or not. */
    public boolean exists(UUID id) {
        return jdbc.sql("select count(*) from outgoing_mail where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("failure")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime dead() {
        return clock.instant().minus(LONGEST_SENDING).atOffset(ZoneOffset.UTC);
    }
}
