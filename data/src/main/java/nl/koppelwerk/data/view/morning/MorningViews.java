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
import nl.koppelwerk.data.view.ProposalLine;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.data.view.UnpairedLine;
import nl.koppelwerk.data.view.UnpairedViews;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits and who, in the organisation whose scope this is called in. */
public final class MorningViews {
    /** Each open request once, with its proposal or the causes that it has none; of families and filters, see Filter. */
    private static final String OPEN = """
            with open as materialized (
                select q.organisation, q.id as request, q.family, q.kind, q.urgency, q.heavy, q.waiting_since, q.needs,
                       k.id as pairing, k.run, k.volunteer, k.day_parts, u.request as unpaired, u.causes,
                       array_position(array['HIGH', 'RAISED', 'NORMAL'], q.urgency) as pressing,
                       k.held and (k.held_until is null or k.held_until > :today) as reserved
                from support_request q
                %s
                left join pairing k on k.organisation = q.organisation and k.request = q.id and k.step <> 'ENDED'
                left join unpaired u on u.organisation = q.organisation and u.request = q.id
                                    and u.run = (select max(r.id) from run r where r.status = 'PUBLISHED')
                where q.closed_on is null and (k.id is null or k.step = 'PROPOSED') %s),
            """;

    /**
     * How many, on each line, and the most urgent of both queues; without any, one line that only counts. How many lines is
     * written into the text: as a parameter PostgreSQL would take it for a tenth of all.
     */
    private static final String FIRST = """
            counted as (
                select count(*) as total,
                       count(*) filter (where pairing is not null and not reserved) as to_decide,
                       count(*) filter (where reserved) as held,
                       count(*) filter (where pairing is null and unpaired is not null) as without_proposal,
                       count(*) filter (where pairing is null and unpaired is null) as not_searched
                from open),
            first as (
                (select true as proposed, pairing as id, o.*
                 from open o where pairing is not null and not reserved
                 order by pressing, waiting_since, pairing limit %1$d)
                union all
                (select false, request, o.*
                 from open o where pairing is null and unpaired is not null
                 order by pressing, waiting_since, request limit %1$d))
            select c.total, c.to_decide, c.held, c.without_proposal, c.not_searched, o.proposed, o.id, o.kind, o.urgency,
                   o.heavy, o.waiting_since, o.needs, o.causes, o.day_parts, f.name, f.name as family, f.postcode,
                   a.town, f.languages, f.languages as family_languages, v.name as volunteer,
                   v.languages as volunteer_languages, p.distance_metres, p.reasons
            from counted c
            left join first o on true
            left join family f on f.organisation = o.organisation and f.id = o.family
            left join place a on a.postcode = f.postcode
            left join volunteer_met v on v.organisation = o.organisation and v.id = o.volunteer
            left join lateral (select p.distance_metres, p.reasons
                               from proposal p
                               where p.organisation = o.organisation and p.run = o.run and p.pairing = o.pairing
                               limit 1) p on true
            order by o.pressing, o.waiting_since, o.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProposalViews proposals;

    /** @param clock in the zone of the coordinators */
    public MorningViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.proposals = new ProposalViews(jdbc, clock);
    }

    /**
     * The requests that wait: how many, and of those with and of those without a proposal the ones to begin with.
     *
     * @param withoutProposal that the last run found nobody for
     */
    public record Queues(OpenRequests requests, List<ProposalLine> proposals, List<UnpairedLine> withoutProposal) {}

    /** Read in one go: which requests a reader sees is a question that takes longer than the answer. */
    public Queues queues(Filter filter, int atMost) {
        String sql = OPEN.formatted(filter.familiesOfRequests(), filter.ofRequests()) + FIRST.formatted(atMost);
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
                .params(filter.values())
                .query(this::read);
    }

    private Queues read(ResultSet rows) throws SQLException {
        OpenRequests requests = new OpenRequests(0, 0, 0, 0, 0);
        List<ProposalLine> first = new ArrayList<>();
        List<UnpairedLine> withoutProposal = new ArrayList<>();
        while (rows.next()) {
            requests = new OpenRequests(
                    rows.getInt("total"),
                    rows.getInt("to_decide"),
                    rows.getInt("held"),
                    rows.getInt("without_proposal"),
                    rows.getInt("not_searched"));
            if (rows.getBoolean("proposed")) {
                first.add(proposals.line(rows));
            } else if (rows.getString("id") != null) {
                withoutProposal.add(UnpairedViews.line(rows));
            }
        }
        return new Queues(requests, first, withoutProposal);
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
                      and v.id not in (select t.volunteer from volunteers_taken() t (volunteer))
                """ + filter.ofVolunteers() + """
                    order by since, v.id
                    limit %d)
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
                """.formatted(atMost);
        return jdbc.sql(sql)
                .param("today", LocalDate.now(clock))
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
