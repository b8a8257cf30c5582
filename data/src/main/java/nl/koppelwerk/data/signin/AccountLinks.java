package nl.koppelwerk.data.signin;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links by mail that let somebody choose a password: of 256 bits, kept as a hash, used once. */
public final class AccountLinks {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    public AccountLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What a link is for, and how long it can be used. */
    public enum Purpose {
        INVITATION(Duration.ofDays(7)),
        PASSWORD(Duration.ofHours(1));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }
    }

    /** A link that can still be used. */
    public record Link(OrganisationId organisation, UUID account, Purpose purpose) {}

    /** Makes a link and takes back the earlier ones for this purpose; the answer is nowhere kept. */
    public String make(OrganisationId organisation, UUID account, Purpose purpose) {
        takeBack(account, purpose);
        String secret = secrets.next();
        String sql = """
                insert into account_link (organisation, hash, account, purpose, created_at, expires_at)
                values (:organisation, :hash, :account, :purpose, :now, :expires)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("hash", Secrets.hash(secret))
                .param("account", account)
                .param("purpose", purpose.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", clock.instant().plus(purpose.validity).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Links that are not used yet stop working. */
    public void takeBack(UUID account, Purpose purpose) {
        jdbc.sql("delete from account_link where account = :account and purpose = :purpose and used_at is null")
                .param("account", account)
                .param("purpose", purpose.name())
                .update();
    }

    /** Whose link this is, used or not; the one question that is asked before the organisation is known. */
    public Optional<OrganisationId> organisation(String secret) {
        return jdbc.sql("select organisation_of_link(:hash) as organisation")
                .param("hash", Secrets.hash(secret))
                .query((row, number) -> Optional.ofNullable(row.getObject("organisation", UUID.class)))
                .single()
                .map(OrganisationId::new);
    }

    /** The link, when it can still be used; looking does not use it up. One from the future was made by a wrong clock. */
    public Optional<Link> find(String secret) {
        String sql = """
                select organisation, account, purpose from account_link
                where hash = :hash and used_at is null and expires_at > :now
                  and created_at - interval '1 minute' <= :now
                """;
        return links(sql, secret);
    }

    /** Uses the link up; of all who try, one gets it. */
    public Optional<Link> use(String secret) {
        String sql = """
                update account_link set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                  and created_at - interval '1 minute' <= :now
                returning organisation, account, purpose
                """;
        return links(sql, secret);
    }

    private Optional<Link> links(String sql, String secret) {
        return jdbc.sql(sql)
                .param("hash", Secrets.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Link(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getObject("account", UUID.class),
                        Purpose.valueOf(row.getString("purpose"))))
                .optional();
    }
}
