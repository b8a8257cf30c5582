package nl.koppelwerk.data.answering;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secret addresses of calendars: 256 bits, kept as a hash, one a volunteer. */
public final class OwnCalendars {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    public OwnCalendars(JdbcClient jdbc, Secrets secrets, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whose calendar it is.
     *
     * @param language of the own page
     * @param madeAt when this address was made
     */
    public record Owner(OwnVolunteer volunteer, String language, Instant madeAt) {}

    /** Makes the address, or another one in its place; inside the scope of the volunteer. Answers what is kept nowhere. */
    public String make(OwnVolunteer volunteer) {
        String secret = secrets.next();
        String sql = """
                insert into volunteer_calendar (organisation, volunteer, hash, made_at)
                values (:organisation, :volunteer, :hash, :now)
                on conflict (organisation, volunteer) do update set hash = excluded.hash, made_at = excluded.made_at
                """;
        jdbc.sql(sql)
                .param("organisation", volunteer.organisation().value())
                .param("volunteer", volunteer.volunteer().value())
                .param("hash", Secrets.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        note(volunteer, "calendar on");
        return secret;
    }

    /** From now on there is nothing at the address; inside the scope of the volunteer. */
    public void end(OwnVolunteer volunteer) {
        jdbc.sql("delete from volunteer_calendar where volunteer = :volunteer")
                .param("volunteer", volunteer.volunteer().value())
                .update();
        note(volunteer, "calendar off");
    }

    /** When the address was made; empty: there is none. Inside the scope of the volunteer. */
    public Optional<Instant> madeAt(OwnVolunteer volunteer) {
        return jdbc.sql("select made_at from volunteer_calendar where volunteer = :volunteer")
                .param("volunteer", volunteer.volunteer().value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Empty: there is no such address, or no longer. */
    public Optional<Owner> find(String secret) {
        return jdbc.sql("select organisation, volunteer, page_language, made_at from volunteer_of_calendar(:hash)")
                .param("hash", Secrets.hash(secret))
                .query((row, number) -> new Owner(
                        new OwnVolunteer(
                                new OrganisationId(row.getObject("organisation", UUID.class)),
                                new VolunteerId(row.getObject("volunteer", UUID.class))),
                        row.getString("page_language"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void note(OwnVolunteer volunteer, String what) {
        audit.add(
                volunteer.organisation(),
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.VOLUNTEER,
                        volunteer.volunteer().value().toString(),
                        Map.of("by", "volunteer", "what", what)));
    }
}
