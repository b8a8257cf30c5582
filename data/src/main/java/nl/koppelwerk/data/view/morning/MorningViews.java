package nl.koppelwerk.data.view.morning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits and who, in the organisation whose scope this is called in. */
public final class MorningViews {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param clock in the zone of the coordinators */
    public MorningViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public OpenRequests openRequests(Filter filter) {
        String sql = """
                select count(*) as total,
                       count(*) filter (where k.id is not null and not k.reserved) as to_decide,
                       count(*) filter (where k.reserved) as held,
                       count(*) filter (where k.id is null and u.request is not null) as without_proposal,
                       count(*) filter (where k.id is null and u.request is null) as not_searched
                from support_request q
                """ + filter.familiesOfRequests() + """
                left join (select p.organisation, p.request, p.id, p.step,
                                  p.held and (p.held_until is null or p.held_until > :today) as reserved
                           from pairing p
                           where p.step <> 'ENDED') k on k.organisation = q.organisation and k.request = q.id
                left join unpaired u on u.organisation = q.organisation and u.request = q.id
                                    and u.run = (select max(r.id) from run r where r.status = 'PUBLISHED')
                where q.closed_on is null and (k.id is null or k.step = 'PROPOSED')
                """ + filter.ofRequests();
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
                .params(filter.values())
                .query((row, number) -> new OpenRequests(
                        row.getInt("total"),
                        row.getInt("to_decide"),
                        row.getInt("held"),
                        row.getInt("without_proposal"),
                        row.getInt("not_searched")))
                .single();
    }

    /**
     * Who waits for a family: how many, and those who wait longest.
     *
     * @param first of them
     */
    public record WaitingVolunteers(int total, List<WaitingVolunteer> first) {}

    public WaitingVolunteers waitingVolunteers(Filter filter, int atMost) {
        String sql = """
                with v as materialized (
                    select v.organisation, v.id, v.name, v.kind, v.postcode, va.town, v.languages, v.screened,
                           v.availability_confirmed, greatest(v.registered_on, e.on_day) as since,
                           count(*) over () as total
                    from volunteer v
                    join place va on va.postcode = v.postcode
                    left join (select k.volunteer, max((h.at at time zone 'Europe/Amsterdam')::date) as on_day
                               from pairing_history h
                               join pairing k on k.organisation = h.organisation and k.id = h.pairing
                               where h.to_step = 'ENDED' and h.from_step <> 'PROPOSED'
                               group by k.volunteer) e on e.volunteer = v.id
                    where v.active and v.maximum_families > 0
                      and not exists (select from pairing k
                                      where k.organisation = v.organisation and k.volunteer = v.id
                                        and k.step <> 'ENDED')
                """ + filter.ofVolunteers() + """
                    order by since, v.id
                    limit :size)
                select v.id, v.name, v.kind, v.postcode, v.town, v.languages, v.since, v.total,
                       not coalesce(v.screened + make_interval(years => s.screening_years) > :today, false)
                           as to_screen,
                       not coalesce(v.availability_confirmed + s.unconfirmed_days >= :today, false) as to_confirm
                from v
                cross join lateral (
                    select min(r.screening_years) as screening_years, min(r.unconfirmed_days) as unconfirmed_days
                    from volunteer_programme m
                    join programme g on g.organisation = m.organisation and g.id = m.programme
                    join programme_rules r on r.organisation = g.organisation and r.programme = g.id
                                          and r.version = g.rules_version
                    where m.organisation = v.organisation and m.volunteer = v.id) s
                order by v.since, v.id
                """;
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
                .param("size", atMost)
                .params(filter.values())
                .query(MorningViews::waiting);
    }

    private static WaitingVolunteers waiting(ResultSet rows) throws SQLException {
        int total = 0;
        List<WaitingVolunteer> first = new ArrayList<>();
        while (rows.next()) {
            total = rows.getInt("total");
            first.add(volunteer(rows));
        }
        return new WaitingVolunteers(total, first);
    }

    private static WaitingVolunteer volunteer(ResultSet row) throws SQLException {
        return new WaitingVolunteer(
                new VolunteerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                SupportKind.valueOf(row.getString("kind")),
                row.getInt("postcode"),
                row.getString("town"),
                Languages.parse(row.getString("languages")),
                row.getObject("since", LocalDate.class),
                first(row));
    }

    private static Set<WaitingVolunteer.First> first(ResultSet row) throws SQLException {
        Set<WaitingVolunteer.First> first = EnumSet.noneOf(WaitingVolunteer.First.class);
        if (row.getBoolean("to_screen")) {
            first.add(WaitingVolunteer.First.SCREENING);
        }
        if (row.getBoolean("to_confirm")) {
            first.add(WaitingVolunteer.First.AVAILABILITY);
        }
        return first;
    }
}
