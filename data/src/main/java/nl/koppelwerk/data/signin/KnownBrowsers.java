package nl.koppelwerk.data.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Browsers that an account signed in with before; whoever guesses from elsewhere does not slow these down. */
public final class KnownBrowsers {
    /** How long a browser is remembered after it was last used. */
    public static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    public KnownBrowsers(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether this account signed in with the browser that shows this secret. */
    public boolean knows(UUID account, String secret) {
        String sql = """
                select exists (select from known_browser
                               where account = :account and hash = :hash and last_used_at > :since)
                """;
        return jdbc.sql(sql)
                .param("account", account)
                .param("hash", Secrets.hash(secret))
                .param("since", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Answers a new secret for the browser to show; the one that it showed so far is done with. */
    public String remember(OrganisationId organisation, UUID account, String shown) {
        jdbc.sql("delete from known_browser where account = :account and hash = :hash")
                .param("account", account)
                .param("hash", Secrets.hash(shown))
                .update();
        String secret = secrets.next();
        jdbc.sql(
                        "insert into known_browser (organisation, hash, account, last_used_at) values (:organisation, :hash, :account, :now)")
                .param("organisation", organisation.value())
                .param("hash", Secrets.hash(secret))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Forgets all browsers of the account. */
    public void forget(UUID account) {
        jdbc.sql("delete from known_browser where account = :account")
                .param("account", account)
                .update();
    }
}
