package nl.koppelwerk.data.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The apps that make codes for signing in, and the recovery codes for who has lost the telephone. */
public final class CodeApps {
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    public CodeApps(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * What an app makes codes of.
     *
     * @param confirmed whether a code of it was typed once: only then it is asked for
     */
    public record CodeApp(byte[] secret, boolean confirmed) {}

    public Optional<CodeApp> find(UUID account) {
        return jdbc.sql("select secret, confirmed_at is not null as confirmed from code_app where account = :account")
                .param("account", account)
                .query((row, number) -> new CodeApp(
                        cipher.decrypt(row.getBytes("secret"), place(account)), row.getBoolean("confirmed")))
                .optional();
    }

    /** Offers a new secret; one that is confirmed already stays. */
    public void offer(OrganisationId organisation, UUID account, byte[] secret) {
        String sql = """
                insert into code_app (organisation, account, secret) values (:organisation, :account, :secret)
                on conflict (organisation, account) do update set secret = excluded.secret, last_period = 0
                where code_app.confirmed_at is null
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("account", account)
                .param("secret", cipher.encrypt(secret, place(account)))
                .update();
    }

    /** Takes the code of this period, and none of it or of an earlier one ever again; says whether it could be taken. */
    public boolean take(UUID account, long period) {
        String sql = """
                update code_app set last_period = :period, confirmed_at = coalesce(confirmed_at, :now)
                where account = :account and last_period < :period
                """;
        return jdbc.sql(sql)
                        .param("period", period)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    /** New recovery codes in place of all earlier ones. */
    public void keepRecoveryCodes(OrganisationId organisation, UUID account, List<String> codes) {
        removeRecoveryCodes(account);
        for (String code : codes) {
            jdbc.sql("insert into recovery_code (organisation, account, hash) values (:organisation, :account, :hash)")
                    .param("organisation", organisation.value())
                    .param("account", account)
                    .param("hash", Secrets.hash(account + code))
                    .update();
        }
    }

    /** Uses a recovery code up; says whether there was one. */
    public boolean takeRecoveryCode(UUID account, String code) {
        String sql = """
                update recovery_code set used_at = :now
                where account = :account and hash = :hash and used_at is null
                """;
        return jdbc.sql(sql)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .param("hash", Secrets.hash(account + code))
                        .update()
                == 1;
    }

    public int recoveryCodesLeft(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    public void remove(UUID account) {
        removeRecoveryCodes(account);
        jdbc.sql("delete from code_app where account = :account")
                .param("account", account)
                .update();
    }

    private void removeRecoveryCodes(UUID account) {
        jdbc.sql("delete from recovery_code where account = :account")
                .param("account", account)
                .update();
    }

    private static String place(UUID account) {
        return "code_app.secret " + account;
    }
}
