package nl.koppelwerk.data.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.monitor.Monitor;
import nl.koppelwerk.monitor.MonitoredFamily;
import nl.koppelwerk.monitor.MonitoredPairing;
import nl.koppelwerk.monitor.MonitoredPairing.HoursNoted;
import nl.koppelwerk.monitor.Monitoring;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the monitor counts. To be used inside the scope of the organisation, where a reader sees the own part only. */
public final class MonitorFacts {
    private final JdbcClient jdbc;

    public MonitorFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A programme that can be chosen. */
    public record Choice(UUID id, String name) {}

    public List<Choice> programmes() {
        return jdbc.sql("""
                select id, name from programme
                where (select own_programmes()) is null or id = any ((select own_programmes())::uuid[])
                order by name, id
                """)
                .query((row, number) -> new Choice(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** @param programme empty: all that the reader sees */
    public Monitor monitor(Period period, Optional<UUID> programme) {
        Asked asked = new Asked(period, programme);
        return new Monitoring(period, families(asked), pairings(asked)).monitor();
    }

    private record Asked(Period period, Optional<UUID> programme) {}

    private JdbcClient.StatementSpec ask(String sql, Asked asked) {
        return jdbc.sql(sql)
                .param("from", asked.period().from())
                .param("until", asked.period().until())
                .param("programme", asked.programme().orElse(null), Types.OTHER);
    }

    /** Families with a request that was open on a day of the period. */
    private List<MonitoredFamily> families(Asked asked) {
        String sql = """
                with asked as materialized (
                    select r.family, p.name as programme, r.needs
                    from support_request r
                    join programme p on p.organisation = r.organisation and p.id = r.programme
                    where r.waiting_since <= :until and (r.closed_on is null or r.closed_on >= :from)
                      and (:programme::uuid is null or r.programme = :programme::uuid)
                ), named as materialized (
                    select family, array_agg(distinct programme) as programmes from asked group by family
                ), needed as materialized (
                    select a.family, array_agg(distinct n) as needs from asked a, unnest(a.needs) n group by a.family
                )
                select f.id, f.household, f.languages, named.programmes,
                       coalesce(needed.needs, array[]::text[]) as needs
                from family f
                join named on named.family = f.id
                left join needed on needed.family = f.id
                where coalesce(f.merged_into, f.id) = f.id
                order by f.id
                """;
        Map<FamilyId, Map<LifeDomain, Integer>> scores = scores(asked);
        return ask(sql, asked).query((row, number) -> family(row, scores)).list();
    }

    private static MonitoredFamily family(ResultSet row, Map<FamilyId, Map<LifeDomain, Integer>> scores)
            throws SQLException {
        FamilyId id = new FamilyId(row.getObject("id", UUID.class));
        return new MonitoredFamily(
                id,
                Household.valueOf(row.getString("household")),
                Languages.parse(row.getString("languages")),
                texts(row, "needs").stream().map(Need::valueOf).collect(Collectors.toSet()),
                texts(row, "programmes"),
                scores.getOrDefault(id, Map.of()));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    /** The last score in the period of each family in each life domain. */
    private Map<FamilyId, Map<LifeDomain, Integer>> scores(Asked asked) {
        String sql = """
                select distinct on (r.family, s.life_domain) r.family, s.life_domain, s.score
                from check_in_progress s
                join check_in c on c.organisation = s.organisation and c.pairing = s.pairing and c.side = s.side
                     and c.week = s.week
                join pairing k on k.organisation = s.organisation and k.id = s.pairing
                join support_request r on r.organisation = k.organisation and r.id = k.request
                where c.held_on between :from and :until
                  and (:programme::uuid is null or r.programme = :programme::uuid)
                order by r.family, s.life_domain, c.held_on desc, s.side, s.week desc
                """;
        Map<FamilyId, Map<LifeDomain, Integer>> scores = new HashMap<>();
        ask(sql, asked)
                .query((row, number) -> scores.computeIfAbsent(
                                new FamilyId(row.getObject("family", UUID.class)), _ -> new EnumMap<>(LifeDomain.class))
                        .put(LifeDomain.valueOf(row.getString("life_domain")), row.getInt("score")))
                .list();
        return scores;
    }

    /** Hours of the volunteer come from check-ins, the family's word before the volunteer's. */
    private List<MonitoredPairing> pairings(Asked asked) {
        String sql = """
                select r.family, p.name as programme, l.started_on, l.ended_on, l.end_reason, v.first as volunteer_start,
                       case when v.last_on >= v.first_on + 7 then v.last end as volunteer_now,
                       s.first as staff_start, case when s.last_on >= s.first_on + 7 then s.last end as staff_now
                from pairing_life l
                join pairing k on k.organisation = l.organisation and k.id = l.pairing
                join support_request r on r.organisation = k.organisation and r.id = k.request
                join programme p on p.organisation = r.organisation and p.id = r.programme
                left join lateral (
                    select (array_agg(c.quarters_per_week order by c.held_on, c.week, c.side))[1] as first,
                           (array_agg(c.quarters_per_week order by c.held_on desc, c.week desc, c.side))[1] as last,
                           min(c.held_on) as first_on, max(c.held_on) as last_on
                    from check_in c where c.pairing = l.pairing and c.held_on <= :until) v on true
                left join lateral (
                    select (array_agg(h.quarters_per_week order by h.noted_on))[1] as first,
                           (array_agg(h.quarters_per_week order by h.noted_on desc))[1] as last,
                           min(h.noted_on) as first_on, max(h.noted_on) as last_on
                    from staff_hours h where h.pairing = l.pairing and h.noted_on <= :until) s on true
                where (:programme::uuid is null or r.programme = :programme::uuid)
                  and (l.started_on <= :until and coalesce(l.ended_on, :until) >= :from
                       or l.started_on is null and l.ended_on between :from and :until)
                order by l.pairing
                """;
        return ask(sql, asked).query((row, number) -> pairing(row)).list();
    }

    private static MonitoredPairing pairing(ResultSet row) throws SQLException {
        Optional<LocalDate> ended = Optional.ofNullable(row.getObject("ended_on", LocalDate.class));
        String reason = row.getString("end_reason");
        return new MonitoredPairing(
                new FamilyId(row.getObject("family", UUID.class)),
                row.getString("programme"),
                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                ended.map(on -> new MonitoredPairing.Ending(on, EndReason.valueOf(reason))),
                new HoursNoted(hours(row, "volunteer_start"), hours(row, "volunteer_now")),
                new HoursNoted(hours(row, "staff_start"), hours(row, "staff_now")));
    }

    private static Optional<Hours> hours(ResultSet row, String column) throws SQLException {
        int quarters = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Hours(quarters));
    }
}
