package nl.koppelwerk.data.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way in for volunteers: a link of 256 bits and a code of eight digits, either of them once, for ten minutes, and only
 * in the browser that asked. Nothing that is kept opens anything: not the link, not the code, not the browser's secret.
 */
public final class OwnLinks {
    public static final Duration VALID = Duration.ofMinutes(10);

    /** Wrong codes after which a link is of no more use: of eight digits five guesses find one in twenty million. */
    public static final int MOST_CODES = 5;

    /** A browser that used a link is known for as long as its row is kept. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final OrganisationScope software;
    private final Secrets secrets;
    private final Clock clock;

    /** @param software not limited to what somebody sees who may be signed in in the same browser */
    public OwnLinks(JdbcClient jdbc, OrganisationScope software, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.software = software;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What goes into the mail, and is nowhere kept. */
    public record Made(String link, String code) {}

    /** Everybody with this address who takes part, in whichever organisation; an address may be shared by a household. */
    public List<OwnVolunteer> of(String address) {
        return jdbc.sql("select organisation, volunteer from volunteers_of_address(cast(:address as text[]))")
                .param("address", Clear.indexes(Cell.Looking.BY_EMAIL, address))
                .query(OwnLinks::volunteer)
                .list();
    }

    /** A link for this browser; inside the transaction of its mail. The ones made earlier stay good for their ten minutes. */
    public Made make(OwnVolunteer volunteer, String browser) {
        sweep(volunteer);
        Made made = new Made(secrets.next(), secrets.digits());
        String sql = """
                insert into volunteer_link (organisation, hash, volunteer, browser, code, created_at, expires_at)
                values (:organisation, :hash, :volunteer, :browser, :code, :now, :expires)
                """;
        jdbc.sql(sql)
                .param("organisation", volunteer.organisation().value())
                .param("hash", Secrets.hash(made.link()))
                .param("volunteer", volunteer.volunteer().value())
                .param("browser", Secrets.hash(browser))
                .param("code", codeHash(made.code(), browser))
                .param("now", now())
                .param("expires", now().plus(VALID))
                .update();
        return made;
    }

    /**
     * Uses a link up; of all who try, one gets in. One that was made by a clock that ran ahead would be good for longer than
     * it should once the clock is right: it is of no use.
     */
    public Optional<OwnVolunteer> use(String link, String browser) {
        String sql = """
                update volunteer_link set used_at = :now
                where hash = :hash and browser = :browser and used_at is null and expires_at > :now
                  and created_at - interval '1 minute' <= :now
                returning organisation, volunteer
                """;
        return inTurn(browser, sql, "hash", Secrets.hash(link));
    }

    /** Uses the link up that this code was mailed with; a wrong one counts for every open link of the browser. */
    public Optional<OwnVolunteer> useCode(String code, String browser) {
        String sql = """
                with tried as (
                    update volunteer_link
                    set codes_tried = codes_tried + 1, used_at = case when code = :code then :now end
                    where browser = :browser and used_at is null and expires_at > :now and codes_tried < 5
                      and created_at - interval '1 minute' <= :now
                    returning organisation, volunteer, used_at)
                select organisation, volunteer from tried where used_at is not null limit 1
                """;
        return inTurn(browser, sql, "code", codeHash(code, browser));
    }

    private Optional<OwnVolunteer> inTurn(String browser, String sql, String name, byte[] hash) {
        List<UUID> organisations = jdbc.sql("select * from organisations_of_browser(:browser)")
                .param("browser", Secrets.hash(browser))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return organisations.stream()
                .map(OrganisationId::new)
                .flatMap(organisation -> software
                        .inside(
                                organisation,
                                () -> jdbc.sql(sql)
                                        .param(name, hash)
                                        .param("browser", Secrets.hash(browser))
                                        .param("now", now())
                                        .query(OwnLinks::volunteer)
                                        .optional())
                        .stream())
                .findFirst();
    }

    /** Whether this volunteer came in with this browser before. */
    public boolean knows(OwnVolunteer volunteer, String browser) {
        return jdbc.sql("""
                        select exists (select from volunteer_link
                                       where volunteer = :volunteer and browser = :browser and used_at is not null)
                        """)
                .param("volunteer", volunteer.volunteer().value())
                .param("browser", Secrets.hash(browser))
                .query(Boolean.class)
                .single();
    }

    /** Removes what can no longer be used, and browsers that were not seen for long. */
    private void sweep(OwnVolunteer volunteer) {
        jdbc.sql("""
                        delete from volunteer_link
                        where volunteer = :volunteer
                          and (used_at is null and expires_at < :yesterday or used_at < :forgotten)
                        """)
                .param("volunteer", volunteer.volunteer().value())
                .param("yesterday", now().minusDays(1))
                .param("forgotten", now().minus(REMEMBERED))
                .update();
    }

    private static byte[] codeHash(String code, String browser) {
        return Secrets.hash("code " + code + " of " + browser);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OwnVolunteer volunteer(ResultSet row, int number) throws SQLException {
        return new OwnVolunteer(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new VolunteerId(row.getObject("volunteer", UUID.class)));
    }
}
