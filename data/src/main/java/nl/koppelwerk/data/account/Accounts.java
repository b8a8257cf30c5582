package nl.koppelwerk.data.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                .query(Accounts::account)
                .optional();
    }

    /** Of the organisation whose scope this is called in. */
    public Optional<Account> find(UUID id) {
        String sql = """
                select organisation, id, email, name, password_hash, role, enabled
                from account
                where id = :id
                """;
        return jdbc.sql(sql).param("id", id).query(Accounts::account).optional();
    }

    /** Whether a password alone lets this account in, or what else is asked. */
    public SecondStep secondStep(UUID id) {
        String sql = """
                select exists (select from code_app where account = :id and confirmed_at is not null) as code,
                       exists (select from passkey where account = :id) as passkey,
                       (select second_step_required from organisation) as required
                """;
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> row.getBoolean("code") || row.getBoolean("passkey")
                        ? SecondStep.ASKED
                        : row.getBoolean("required") ? SecondStep.TO_BE_SET_UP : SecondStep.NOT_ASKED)
                .single();
    }

    /** What comes after the password. */
    public enum SecondStep {
        NOT_ASKED,
        ASKED,
        TO_BE_SET_UP
    }

    public boolean secondStepRequired() {
        return jdbc.sql("select second_step_required from organisation")
                .query(Boolean.class)
                .single();
    }

    public void requireSecondStep(boolean required) {
        jdbc.sql("update organisation set second_step_required = :required")
                .param("required", required)
                .update();
    }

    public Limits limits(UUID id) {
        return new Limits(
                Set.copyOf(jdbc.sql("select programme from account_programme where account = :id")
                        .param("id", id)
                        .query((row, number) -> row.getObject("programme", UUID.class))
                        .list()),
                Set.copyOf(jdbc.sql("select municipality from account_municipality where account = :id")
                        .param("id", id)
                        .query((row, number) -> row.getString("municipality"))
                        .list()));
    }

    /** Limits the account to these; what it was limited to before no longer counts. */
    public void limit(OrganisationId organisation, UUID id, Limits limits) {
        jdbc.sql("delete from account_programme where account = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from account_municipality where account = :id")
                .param("id", id)
                .update();
        for (UUID programme : limits.programmes()) {
            jdbc.sql(
                            "insert into account_programme (organisation, account, programme) values (:organisation, :id, :programme)")
                    .param("organisation", organisation.value())
                    .param("id", id)
                    .param("programme", programme)
                    .update();
        }
        for (String municipality : limits.municipalities()) {
            jdbc.sql(
                            "insert into account_municipality (organisation, account, municipality) values (:organisation, :id, :name)")
                    .param("organisation", organisation.value())
                    .param("id", id)
                    .param("name", municipality)
                    .update();
        }
    }

    /** The municipalities that families of the organisation live in, by name. */
    public List<String> municipalities() {
        String sql = """
                select distinct p.municipality
                from family f join place p on p.postcode = f.postcode
                order by 1
                """;
        return jdbc.sql(sql)
                .query((row, number) -> row.getString("municipality"))
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                Account.Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"));
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
