package nl.koppelwerk.data.view.choice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.week.DayParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the plan after somebody's decisions; within the scope of the organisation. */
public final class FreshViews {
    private final JdbcClient jdbc;

    public FreshViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One proposal that came, went, or both for one family; or that stays on other day-parts.
     *
     * @param proposal the one that came or stays, while nobody has decided on it
     * @param before the volunteer whose proposal went
     * @param after the volunteer whose proposal came or stays
     * @param movedTo the day-parts of one that stays
     */
    public record Changed(
            String family,
            Optional<PairingId> proposal,
            Optional<String> before,
            Optional<String> after,
            Optional<DayParts> movedTo) {}

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

    /** After decisions of this account since a moment, the latest first; of what the reader may not see nothing is told. */
    public List<Changed> since(UUID account, Instant moment, int most) {
        String sql = """
                with changed as (
                    select r.organisation, r.at, n.request, n.pairing as came, n.volunteer as after,
                           null::uuid as before, false as moved
                    from replan r
                    join proposal n on n.organisation = r.organisation and n.run = r.run and n.replan = r.number
                    where r.account = :account and r.at >= :moment
                    union all
                    select r.organisation, r.at, p.request, case h.to_step when 'PROPOSED' then p.id end,
                           case h.to_step when 'PROPOSED' then p.volunteer end,
                           case h.to_step when 'ENDED' then p.volunteer end, h.to_step = 'PROPOSED'
                    from replan r
                    join pairing_history h on h.organisation = r.organisation and h.at = r.at and h.reason = 'REPLANNED'
                    join pairing p on p.organisation = h.organisation and p.id = h.pairing
                    where r.account = :account and r.at >= :moment),
                told as (
                    select organisation, at, request, (array_agg(came) filter (where came is not null))[1] as came,
                           (array_agg(after) filter (where after is not null))[1] as after,
                           (array_agg(before) filter (where before is not null))[1] as before,
                           bool_or(moved) as moved
                    from changed
                    group by organisation, at, request)
                select f.name as family, k.id as proposal, b.name as before, a.name as after,
                       case when t.moved then k.day_parts end as moved_to
                from told t
                join support_request q on q.organisation = t.organisation and q.id = t.request
                join family f on f.organisation = q.organisation and f.id = q.family
                left join pairing k on k.organisation = t.organisation and k.id = t.came and k.step = 'PROPOSED'
                left join volunteer_met a on a.organisation = t.organisation and a.id = t.after
                left join volunteer_met b on b.organisation = t.organisation and b.id = t.before
                order by t.at desc, q.reference
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
                        Optional.ofNullable(row.getString("after")),
                        Optional.ofNullable(row.getObject("moved_to", Integer.class))
                                .map(DayParts::new)))
                .list();
    }
}
