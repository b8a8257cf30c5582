package nl.koppelwerk.data.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links and codes that open the page of a family. A link is 256 bits in a mail and works for a year, or until a month after
 * the last request was closed; a code is twelve digits that somebody reads out, and is worth one link. Only hashes are kept.
 */
public final class HouseholdKeys {
    public static final Duration VALID = Duration.ofDays(365);
    public static final Duration CODE_VALID = Duration.ofDays(14);

    private static final int CODE_DIGITS = 12;
    private static final String SAME = """
            (k.registration = o.registration
             or coalesce(k.family, (select r.family from registration r
                                    where r.organisation = k.organisation and r.id = k.registration))
                = coalesce(o.family, (select r.family from registration r
                                      where r.organisation = o.organisation and r.id = o.registration)))
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope software;
    private final Secrets secrets;
    private final Clock clock;

    /** @param software not limited to what somebody sees who may be signed in in the same browser */
    public HouseholdKeys(JdbcClient jdbc, OrganisationScope software, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.software = software;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** How a link goes out. */
    public enum Way {
        /** With the mail that asks whether the address is right: good once it is. */
        SIGN_UP,
        /** With a mail that tells something; earlier links stay good. */
        NEWS,
        /** Somebody asked for a new one: once it is opened, earlier ones are not. */
        ASKED
    }

    /** Somebody to mail to. */
    public record Addressee(Household household, String email, String language) {}

    /** Makes a link; inside the transaction of its mail. What it answers stands in the link and is kept nowhere. */
    public String make(Household household, Way way) {
        String secret = secrets.next();
        return make(household, way, secret);
    }

    /** As {@link #make(Household, Way)}, of a secret that is in the mail already. */
    public String make(Household household, Way way, String secret) {
        add(household, way.name(), Secrets.hash(secret), VALID);
        return secret;
    }

    private void add(Household household, String way, byte[] hash, Duration valid) {
        String sql = """
                insert into household_key (organisation, hash, way, referrer, registration, family, made_at, expires_at)
                values (:organisation, :hash, :way, :referrer, :registration, :family, :now, :expires)
                """;
        WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("organisation", household.organisation().value())
                        .param("hash", hash)
                        .param("way", way)
                        .param("referrer", household.referrer())
                        .param("registration", household.registration().orElse(null), Types.OTHER)
                        .param("family", household.family().orElse(null), Types.OTHER)
                        .param("now", now())
                        .param("expires", now().plus(valid))
                        .update());
    }

    /** A code to read out or hand over, in place of the one made before; inside the transaction of the audit entry. */
    public String code(Household household) {
        String code = (secrets.digits() + secrets.digits()).substring(0, CODE_DIGITS);
        WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql("""
                        delete from household_key where way = 'CODE' and (registration = :registration or family = :family)
                        """)
                        .param("registration", household.registration().orElse(null), Types.OTHER)
                        .param("family", household.family().orElse(null), Types.OTHER)
                        .update());
        add(household, "CODE", ofCode(code), CODE_VALID);
        return code;
    }

    /** Gives a link for a code, once. */
    public Optional<String> exchange(String code) {
        return Doors.organisation(jdbc, ofCode(code))
                .flatMap(organisation -> software.inside(organisation, () -> {
                    Optional<Household> known = jdbc.sql("""
                    delete from household_key where hash = :hash and way = 'CODE' and expires_at > :now
                    returning organisation, registration, family, referrer
                    """)
                            .param("hash", ofCode(code))
                            .param("now", now())
                            .query(HouseholdKeys::household)
                            .optional();
                    return known.map(household -> {
                        String secret = secrets.next();
                        add(household, "BY_CODE", Secrets.hash(secret), VALID);
                        return secret;
                    });
                }));
    }

    private static byte[] ofCode(String code) {
        return Secrets.hash("household code " + code);
    }

    /** Somebody looks by this link: the first time, a new one ends those that went out the same way before. */
    public void opened(String key) {
        String sql = """
                with o as (
                    update household_key set opened_at = :now
                    where hash = :hash and opened_at is null and way in ('ASKED', 'BY_CODE') and expires_at > :now
                    returning organisation, hash, registration, family, referrer, way, made_at)
                delete from household_key k using o
                where k.organisation = o.organisation and k.referrer = o.referrer and k.made_at <= o.made_at and k.hash <> o.hash
                  and (k.way in ('SIGN_UP', 'NEWS', 'ASKED')) = (o.way = 'ASKED') and k.way <> 'CODE' and
                """ + SAME;
        Doors.organisation(jdbc, Secrets.hash(key))
                .ifPresent(organisation -> software.inside(
                        organisation,
                        () -> jdbc.sql(sql)
                                .param("now", now())
                                .param("hash", Secrets.hash(key))
                                .update()));
    }

    /** Everybody with this address whose request is under way, in whichever organisation. */
    public List<Addressee> of(String address) {
        return jdbc.sql("select organisation, registration, family, referrer, page_language from "
                        + "households_of_address(cast(:address as text[]))")
                .param("address", Clear.indexes(Cell.Looking.BY_EMAIL, address))
                .query((row, number) ->
                        new Addressee(household(row, number), address.strip(), row.getString("page_language")))
                .list();
    }

    /** Who is told about a request: its family, and who brought it where the family agreed; whatever the reader sees. */
    public List<Addressee> of(SupportRequestId request) {
        String sql = """
                with f as (
                    select f.organisation, f.id, f.email, f.page_language
                    from support_request q
                    join family f on f.organisation = q.organisation and f.id = q.family
                    where q.id = :request)
                select f.organisation, null::uuid as registration, f.id as family, false as referrer, f.email,
                       f.page_language
                from f
                where f.email is not null
                union all
                select r.organisation, r.id, null, true, r.referrer_email, r.page_language
                from registration r
                join family named on named.organisation = r.organisation and named.id = r.family
                join f on f.organisation = r.organisation and f.id in (named.id, named.merged_into)
                where r.referrer_may_follow and r.confirmed_at is not null and r.referrer_email is not null
                """;
        return WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("request", request.value())
                        .query((row, number) -> new Addressee(
                                household(row, number), row.getString("email"), row.getString("page_language")))
                        .list());
    }

    private static Household household(ResultSet row, int number) throws SQLException {
        return new Household(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Optional.ofNullable(row.getObject("registration", UUID.class)),
                Optional.ofNullable(row.getObject("family", UUID.class)),
                row.getBoolean("referrer"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
