package nl.koppelwerk.data.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounts of the organisation whose scope this is called in, with what they are limited to. System administrators
 * belong to no organisation's staff.
 */
public final class AccountViews {
    private static final String SELECT = """
            select a.id, a.email, a.name, a.role, a.enabled, a.password_hash like '{none}%' as invited,
                   array(select g.name from account_programme p
                         join programme g on g.organisation = p.organisation and g.id = p.programme
                         where p.organisation = a.organisation and p.account = a.id order by 1) as programmes,
                   array(select m.municipality from account_municipality m
                         where m.organisation = a.organisation and m.account = a.id order by 1) as municipalities,
                   exists (select from code_app c where c.organisation = a.organisation and c.account = a.id
                             and c.confirmed_at is not null)
                       or exists (select from passkey k where k.organisation = a.organisation and k.account = a.id)
                       as second_step,
                   (select max(s.last_seen_at) from account_session s
                    where s.organisation = a.organisation and s.account = a.id) as last_seen,
                   (select max(l.expires_at) from account_link l
                    where l.organisation = a.organisation and l.account = a.id and l.purpose = 'INVITATION'
                      and l.used_at is null) as invited_until
            from account a
            where a.role <> 'SYSTEM_ADMINISTRATOR'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public AccountViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<AccountView> list() {
        return jdbc.sql(SELECT + " order by lower(a.name), a.id")
                .query(this::view)
                .list();
    }

    public Optional<AccountView> find(UUID id) {
        return jdbc.sql(SELECT + " and a.id = :id")
                .param("id", id)
                .query(this::view)
                .optional();
    }

    private AccountView view(ResultSet row, int number) throws SQLException {
        Optional<Instant> until = moment(row, "invited_until").filter(end -> end.isAfter(clock.instant()));
        return new AccountView(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Account.Role.valueOf(row.getString("role")),
                state(row.getBoolean("enabled"), row.getBoolean("invited"), until.isPresent()),
                names(row.getArray("programmes")),
                names(row.getArray("municipalities")),
                row.getBoolean("second_step"),
                moment(row, "last_seen"),
                until);
    }

    private static AccountView.State state(boolean enabled, boolean invited, boolean open) {
        if (!enabled) {
            return AccountView.State.DISABLED;
        }
        if (!invited) {
            return AccountView.State.ACTIVE;
        }
        return open ? AccountView.State.INVITED : AccountView.State.INVITATION_OVER;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<String> names(Array names) throws SQLException {
        return Arrays.stream((Object[]) names.getArray()).map(String::valueOf).toList();
    }
}
