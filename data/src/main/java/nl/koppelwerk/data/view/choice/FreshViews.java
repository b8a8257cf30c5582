package nl.koppelwerk.data.view.choice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the plan after somebody's decisions; within the scope of the organisation. */
public final class FreshViews {
    private final JdbcClient jdbc;

    public FreshViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One proposal that came, went, or both for one family.
     *
     * @param proposal the one that came, while nobody has decided on it
     * @param before the volunteer whose proposal went
     * @param after the volunteer whose proposal came
     */
    public record Changed(
            String family, Optional<PairingId> proposal, Optional<String> before, Optional<String> after) {}

    /** When this account decided last, or the moment given when that was earlier still. */
    public Instant lastDecision(UUID account, Instant earliest) {
        String sql = """
                select greatest(max(at), :earliest) as moment
                from pairing_history
                where account = :account and at > :earliest
                """;
        return jdbc.sql(sql)
                .param("account", account)
                .param("earliest", Timestamp.from(earliest))
                .query((row, number) -> row.getTimestamp("moment").toInstant())
                .single();
    }

    /** After decisions of this account since a moment, the latest first. */
    public List<Changed> since(UUID account, Instant moment, int most) {
        String sql = """
                with changed as (
                    select r.organisation, r.at, n.request, n.pairing as came, n.volunteer as after,
                           null::uuid as before
                    from replan r
                    join proposal n on n.organisation = r.organisation and n.run = r.run and n.replan = r.number
                    where r.account = :account and r.at >= :moment
                    union all
                    select r.organisation, r.at, p.request, null, null, p.volunteer
                    from replan r
                    join pairing_history h on h.organisation = r.organisation and h.at = r.at and h.reason = 'REPLANNED'
                    join pairing p on p.organisation = h.organisation and p.id = h.pairing
                    where r.account = :account and r.at >= :moment),
                told as (
                    select organisation, at, request, (array_agg(came) filter (where came is not null))[1] as came,
                           (array_agg(after) filter (where after is not null))[1] as after,
                           (array_agg(before) filter (where before is not null))[1] as before
                    from changed
                    group by organisation, at, request)
                select f.name as family, k.id as proposal, b.name as before, a.name as after
                from told t
                join support_request q on q.organisation = t.organisation and q.id = t.request
                join family f on f.organisation = q.organisation and f.id = q.family
                left join pairing k on k.organisation = t.organisation and k.id = t.came and k.step = 'PROPOSED'
                left join volunteer a on a.organisation = t.organisation and a.id = t.after
                left join volunteer b on b.organisation = t.organisation and b.id = t.before
                order by t.at desc, f.name
                limit :most
                """;
        return jdbc.sql(sql)
                .param("account", account)
                .param("moment", Timestamp.from(moment))
                .param("most", most)
                .query((row, number) -> new Changed(
                        row.getString("family"),
                        Optional.ofNullable(row.getObject("proposal", UUID.class))
                                .map(PairingId::new),
                        Optional.ofNullable(row.getString("before")),
                        Optional.ofNullable(row.getString("after"))))
                .list();
    }
}
