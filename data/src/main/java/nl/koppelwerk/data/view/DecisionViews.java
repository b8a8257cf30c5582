package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What coordinators decided in the organisation whose scope this is called in. */
public final class DecisionViews {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public DecisionViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last decision of this account, when it is not longer ago and nothing has happened since. */
    public Optional<LastDecision> findLast(UUID account, Duration within) {
        String sql = """
                select k.id, k.version, h.to_step, h.at, f.name as family, v.name as volunteer
                from pairing_history h
                join pairing k on k.organisation = h.organisation and k.id = h.pairing
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join family f on f.organisation = q.organisation and f.id = q.family
                join volunteer_met v on v.organisation = k.organisation and v.id = k.volunteer
                where h.account = :account and h.at >= :since and h.from_step = 'PROPOSED'
                  and coalesce(h.reason, '') not in ('UNDONE', 'REPLACED', 'RELEASED')
                  and not exists (select from pairing_history later
                                  where later.organisation = h.organisation and later.pairing = h.pairing
                                    and later.number > h.number)
                order by h.number desc
                limit 1
                """;
        return jdbc.sql(sql)
                .param("account", account)
                .param("since", clock.instant().minus(within).atOffset(ZoneOffset.UTC))
                .query((row, number) -> last(row))
                .optional();
    }

    private static LastDecision last(ResultSet row) throws SQLException {
        return new LastDecision(
                new PairingId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                switch (Step.valueOf(row.getString("to_step"))) {
                    case ACCEPTED -> LastDecision.How.ACCEPTED;
                    case PROPOSED -> LastDecision.How.HELD;
                    default -> LastDecision.How.DECLINED;
                },
                row.getString("family"),
                row.getString("volunteer"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Volunteers who are held for a family today, those who come free first at the top. */
    public List<HeldLine> held(Filter filter) {
        String sql = """
                select k.id, f.name as family, v.name as volunteer, k.held_until, coalesce(c.name, '–') as held_by
                from pairing k
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join family f on f.organisation = q.organisation and f.id = q.family
                join place a on a.postcode = f.postcode
                join volunteer_met v on v.organisation = k.organisation and v.id = k.volunteer
                left join lateral (select h.account from pairing_history h
                                   where h.organisation = k.organisation and h.pairing = k.id
                                     and h.account is not null
                                   order by h.number desc limit 1) h on true
                left join account c on c.organisation = k.organisation and c.id = h.account
                where k.step = 'PROPOSED' and k.held_until > :today
                """ + filter.ofRequests() + "order by k.held_until, k.id";
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
                .params(filter.values())
                .query((row, number) -> new HeldLine(
                        new PairingId(row.getObject("id", UUID.class)),
                        row.getString("family"),
                        row.getString("volunteer"),
                        row.getObject("held_until", LocalDate.class),
                        row.getString("held_by")))
                .list();
    }
}
