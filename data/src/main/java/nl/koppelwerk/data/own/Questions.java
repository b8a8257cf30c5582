package nl.koppelwerk.data.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the week still holds. A programme says how many days a confirmation counts; after half of them the volunteer is
 * asked, after a quarter when a proposal or a pairing depends on it, and at most three times without an answer.
 */
public final class Questions {
    /** A button in a mail of last month is of no more use. */
    private static final Duration VALID = Duration.ofDays(30);

    private static final String DUE = """
            select v.id, v.email, v.page_language
            from volunteer v
            cross join lateral (
                select min(r.unconfirmed_days) as days
                from volunteer_programme m
                join programme g on g.organisation = m.organisation and g.id = m.programme
                join programme_rules r on r.organisation = g.organisation and r.programme = g.id
                                      and r.version = g.rules_version
                where m.organisation = v.organisation and m.volunteer = v.id) counts
            cross join lateral (
                select exists (select from pairing k where k.organisation = v.organisation and k.volunteer = v.id
                                                       and k.step not in ('ENDED', 'AFTERCARE')) as depended_on) pairings
            cross join lateral (
                select max(q.asked_on) as last, count(*) as times
                from volunteer_question q
                where q.organisation = v.organisation and q.volunteer = v.id
                  and (v.availability_confirmed is null or q.asked_on >= v.availability_confirmed)) asked
            where v.email is not null and v.active and v.merged_into is null and v.maximum_families > 0
              and not exists (select from volunteer_absence a
                              where a.organisation = v.organisation and a.volunteer = v.id
                                and :today between a.first_day and a.last_day)
              and (v.availability_confirmed is null
                   or v.availability_confirmed + counts.days / case when depended_on then 4 else 2 end <= :today)
              and asked.times < :most
              and (asked.last is null or asked.last + case when depended_on then 7 else 14 end <= :today)
            order by v.id
            for no key update of v
            """;

    private static final int MOST_WITHOUT_ANSWER = 3;

    private final JdbcClient jdbc;
    private final OrganisationScope software;
    private final Secrets secrets;
    private final Clock clock;

    /** @param software answers are taken in, whoever is signed in in the same browser */
    public Questions(JdbcClient jdbc, OrganisationScope software, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.software = software;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Somebody to mail to.
     *
     * @param language of the mail
     */
    public record Addressee(VolunteerId volunteer, String email, String language) {}

    /** Who is to be asked today; inside the organisation, and held until the questions are written. */
    public List<Addressee> due() {
        return jdbc.sql(DUE)
                .param("today", LocalDate.now(clock), Types.DATE)
                .param("most", MOST_WITHOUT_ANSWER)
                .query(Questions::addressee)
                .list();
    }

    /** Whose own pause ends on this day, and has an address. */
    public List<Addressee> backOn(LocalDate day) {
        return jdbc.sql("""
                        select v.id, v.email, v.page_language from volunteer v
                        where v.returns_by_itself and v.paused_until = :day and v.email is not null
                          and v.merged_into is null
                        order by v.id
                        """).param("day", day).query(Questions::addressee).list();
    }

    /** Whom it is time to ask how it goes, with the day since when; a volunteer with two families is asked once. */
    public Map<Addressee, LocalDate> checkIns(LocalDate from, LocalDate until) {
        Map<Addressee, LocalDate> due = new LinkedHashMap<>();
        jdbc.sql("""
                        select v.id, v.email, v.page_language, max(l.volunteer_check_in_on) as due
                        from pairing_life l
                        join pairing p on p.organisation = l.organisation and p.id = l.pairing
                        join volunteer v on v.organisation = p.organisation and v.id = p.volunteer
                        where l.volunteer_check_in_on between :from and :until and l.paused_on is null
                          and p.step in ('TRIAL', 'RUNNING', 'CLOSING') and v.email is not null
                          and v.merged_into is null and v.stopped_on is null
                        group by v.organisation, v.id
                        order by v.id
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> due.put(addressee(row, number), row.getObject("due", LocalDate.class)))
                .list();
        return due;
    }

    private static Addressee addressee(ResultSet row, int number) throws SQLException {
        return new Addressee(
                new VolunteerId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("page_language"));
    }

    /** Asks; answers what stands in the link, and is kept nowhere. */
    public String ask(OrganisationId organisation, VolunteerId volunteer) {
        String secret = secrets.next();
        jdbc.sql("""
                        insert into volunteer_question (organisation, hash, volunteer, asked_on, expires_at)
                        values (:organisation, :hash, :volunteer, :today, :expires)
                        """)
                .param("organisation", organisation.value())
                .param("hash", Secrets.hash(secret))
                .param("volunteer", volunteer.value())
                .param("today", LocalDate.now(clock))
                .param("expires", clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Answers the question of a link, once, and does in the same transaction what follows from it. */
    public Optional<OwnVolunteer> answer(String secret, java.util.function.Consumer<OwnVolunteer> follows) {
        return organisation(secret)
                .flatMap(organisation -> software.inside(organisation, () -> {
                    Optional<OwnVolunteer> answered = jdbc.sql("""
                            update volunteer_question set answered_at = :now
                            where hash = :hash and answered_at is null and expires_at > :now
                            returning volunteer
                            """)
                            .param("hash", Secrets.hash(secret))
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query((row, number) -> new OwnVolunteer(
                                    organisation, new VolunteerId(row.getObject("volunteer", UUID.class))))
                            .optional();
                    answered.ifPresent(follows);
                    return answered;
                }));
    }

    private Optional<OrganisationId> organisation(String secret) {
        return jdbc.sql("select organisation_of_question(:hash) as organisation")
                .param("hash", Secrets.hash(secret))
                .query((row, number) -> Optional.ofNullable(row.getObject("organisation", UUID.class)))
                .single()
                .map(OrganisationId::new);
    }
}
