package nl.koppelwerk.data.account;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of all organisations, for signing in, and those of one organisation, for keeping. */
public final class Accounts {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    public Accounts(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** By the exact address; the only way in before the organisation is known. */
    public Optional<Account> findForSignIn(String email) {
        String sql = """
                select organisation, id, email, name, password_hash, role, enabled
                from sign_in(:email)
                """;
        return jdbc.sql(sql)
                .param("email", email.strip())
                .query((row, number) -> new Account(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        Account.Role.valueOf(row.getString("role")),
                        row.getBoolean("enabled")))
                .optional();
    }

    /** Adds the account, or changes the one with this id. */
    public void save(Account account) {
        String sql = """
                insert into account (organisation, id, email, name, password_hash, role, enabled)
                values (:organisation, :id, :email, :name, :passwordHash, :role, :enabled)
                on conflict (organisation, id) do update
                set email = excluded.email, name = excluded.name, password_hash = excluded.password_hash,
                    role = excluded.role, enabled = excluded.enabled, version = account.version + 1
                """;
        scope.inside(account.organisation(), () -> {
            jdbc.sql(sql)
                    .param("organisation", account.organisation().value())
                    .param("id", account.id())
                    .param("email", account.email())
                    .param("name", account.name())
                    .param("passwordHash", account.passwordHash())
                    .param("role", account.role().name())
                    .param("enabled", account.enabled())
                    .update();
        });
    }
}
