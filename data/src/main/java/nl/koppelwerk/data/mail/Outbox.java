package nl.koppelwerk.data.mail;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail to be sent. To be used inside one transaction of the organisation: what is rolled back is not mailed. */
public final class Outbox {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To be sent as soon as the transaction has ended; a mail with this id that is there already stays as it is. */
    public void add(OrganisationId organisation, Mail mail) {
        String sql = """
                insert into outgoing_mail (organisation, id, recipient, subject, body, calendar, created_at, not_before)
                values (:organisation, :id, :recipient, :subject, :body, :calendar, :now, :now)
                on conflict (organisation, id) do nothing
                """;
        Instant now = clock.instant();
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", mail.id())
                .param("recipient", Clear.of(Cell.MAIL_RECIPIENT, mail.id(), mail.recipient()))
                .param("subject", Clear.of(Cell.MAIL_SUBJECT, mail.id(), mail.subject()))
                .param("body", Clear.of(Cell.MAIL_BODY, mail.id(), mail.body()))
                .param("calendar", Clear.of(Cell.MAIL_CALENDAR, mail.id(), mail.calendar()), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
