package nl.koppelwerk.data.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agreements between programmes; inside the scope of the organisation, with the eyes of whoever reads. */
public final class Agreements {
    private final JdbcClient jdbc;

    public Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every agreement of a programme: what holds or waits first, then what has ended, the latest first. */
    public List<Agreement> of(ProgrammeId programme) {
        String sql = """
                select g.id, g.name, coalesce(nullif(g.run_by, ''), o.name) as run_by, g.run_by = h.run_by as same_house,
                       a.version, a.asked_for = h.id as asked_here, a.asked_at, a.asked_by, b.name as asked_name,
                       a.agreed_at, a.agreed_by, c.name as agreed_name, a.ended_at, a.ended_by, d.name as ended_name
                from sharing_agreement a
                join programme h on h.organisation = a.organisation and h.id = :programme
                join programme g on g.organisation = a.organisation and g.id in (a.one, a.other) and g.id <> h.id
                join organisation o on o.organisation = a.organisation
                join account b on b.organisation = a.organisation and b.id = a.asked_by
                left join account c on c.organisation = a.organisation and c.id = a.agreed_by
                left join account d on d.organisation = a.organisation and d.id = a.ended_by
                where :programme in (a.one, a.other)
                order by a.ended_at is not null, a.ended_at desc, g.name, g.id
                """;
        return jdbc.sql(sql)
                .param("programme", programme.value())
                .query((row, number) -> agreement(row))
                .list();
    }

    /** The programmes that this one has no agreement with, and has not asked or been asked by. */
    public List<Agreement.Partner> strangers(ProgrammeId programme) {
        String sql = """
                select g.id, g.name, coalesce(nullif(g.run_by, ''), o.name) as run_by, g.run_by = h.run_by as same_house
                from programme g
                join programme h on h.organisation = g.organisation and h.id = :programme and h.id <> g.id
                join organisation o on o.organisation = g.organisation
                where not exists (select from sharing_agreement a
                                  where a.organisation = g.organisation and a.ended_at is null
                                    and a.one = least(g.id, h.id) and a.other = greatest(g.id, h.id))
                order by g.name, g.id
                """;
        return jdbc.sql(sql)
                .param("programme", programme.value())
                .query((row, number) -> partner(row))
                .list();
    }

    /** @return false: a colleague asked meanwhile */
    boolean ask(Pair pair, Instant at, UUID account, boolean agreed) {
        String sql = """
                insert into sharing_agreement (organisation, one, other, version, asked_at, asked_by, asked_for, agreed_at,
                                               agreed_by)
                select g.organisation, least(g.id, :with), greatest(g.id, :with),
                       1 + (select count(*) from sharing_agreement a
                            where a.organisation = g.organisation and a.one = least(g.id, :with)
                              and a.other = greatest(g.id, :with)),
                       cast(:at as timestamptz), cast(:account as uuid), g.id, case when :agreed then cast(:at as timestamptz) end,
                       case when :agreed then cast(:account as uuid) end
                from programme g
                where g.id = :programme
                on conflict do nothing
                """;
        return told(jdbc.sql(sql).param("agreed", agreed), pair, at, account) == 1;
    }

    /** @return false: there is nothing left to agree to */
    boolean agree(Pair pair, int version, Instant at, UUID account) {
        String sql = """
                update sharing_agreement set agreed_at = :at, agreed_by = :account
                where one = least(:programme, :with) and other = greatest(:programme, :with) and version = :version
                  and asked_for = :with and agreed_at is null and ended_at is null
                """;
        return told(jdbc.sql(sql).param("version", version), pair, at, account) == 1;
    }

    /** @return false: it has ended already */
    boolean end(Pair pair, int version, Instant at, UUID account) {
        String sql = """
                update sharing_agreement set ended_at = :at, ended_by = :account
                where one = least(:programme, :with) and other = greatest(:programme, :with) and version = :version
                  and ended_at is null
                """;
        return told(jdbc.sql(sql).param("version", version), pair, at, account) == 1;
    }

    /**
     * Two programmes, seen from one of them.
     *
     * @param programme the side that somebody speaks for
     */
    public record Pair(ProgrammeId programme, ProgrammeId with) {}

    private static int told(JdbcClient.StatementSpec statement, Pair pair, Instant at, UUID account) {
        return statement
                .param("programme", pair.programme().value())
                .param("with", pair.with().value())
                .param("at", Timestamp.from(at))
                .param("account", account)
                .update();
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                partner(row),
                row.getInt("version"),
                row.getBoolean("asked_here"),
                signed(row, "asked").orElseThrow(),
                signed(row, "agreed"),
                signed(row, "ended"));
    }

    private static Agreement.Partner partner(ResultSet row) throws SQLException {
        return new Agreement.Partner(
                new ProgrammeId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("run_by"),
                row.getBoolean("same_house"));
    }

    private static Optional<Agreement.Signed> signed(ResultSet row, String what) throws SQLException {
        return row.getString(what + "_name") == null
                ? Optional.empty()
                : Optional.of(new Agreement.Signed(
                        row.getTimestamp(what + "_at").toInstant(),
                        row.getObject(what + "_by", UUID.class),
                        row.getString(what + "_name")));
    }
}
