package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.life.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs care today in the organisation whose scope this is called in. */
public final class CareViews {
    /** Each kind of care with the day it is due; {@code :today} is the day of the reader. */
    private static final String CARE = """
            with standing as (
                select p.id, p.request, p.volunteer, p.step, l.attention_since, l.introduction_at, l.trial_until,
                       l.family_check_in_on, l.volunteer_check_in_on, l.paused_on, l.back_on, l.family_reply,
                       l.volunteer_reply, l.aftercare_until,
                       coalesce(l.coordinator, last.account) as follows, last.since, said.reply, said.because, said.on
                from pairing p
                left join pairing_life l on l.organisation = p.organisation and l.pairing = p.id
                left join lateral (
                    select (h.at at time zone 'Europe/Amsterdam')::date as since, h.account
                    from pairing_history h
                    where h.organisation = p.organisation and h.pairing = p.id and h.to_step = p.step
                      and h.from_step <> h.to_step
                    order by h.number desc limit 1) last on true
                left join lateral (
                    select substr(h.reason, 16) as reply, h.because, (h.at at time zone 'Europe/Amsterdam')::date as on
                    from (select a.reason, a.because, a.at, a.by_side
                          from pairing_history a
                          where a.organisation = p.organisation and a.pairing = p.id
                            and p.step in ('ASKED', 'INTRODUCTION') and a.reason like 'VOLUNTEER\\_SAYS\\_%'
                          order by a.number desc limit 1) h
                    where h.by_side = 'VOLUNTEER') said on true
                where p.step not in ('PROPOSED', 'ENDED')),
            care as (
                select s.id, s.request, s.volunteer, s.follows, c.kind, c.side, c.due,
                       case when c.kind in ('ATTENTION', 'VOLUNTEER_SAID_YES') then s.reply end as reply,
                       case when c.kind = 'ATTENTION' then s.because end as because
                from standing s
                cross join lateral (values
                    ('ATTENTION', null, s.attention_since),
                    ('INTRODUCTION_HELD', null, case when s.step = 'INTRODUCTION' then s.introduction_at::date + 1 end),
                    ('INTRODUCTION_WITHOUT_DATE', null,
                     case when s.step = 'INTRODUCTION' and s.introduction_at is null then s.since end),
                    ('TRIAL_ENDING', null, case when s.step = 'TRIAL' then s.trial_until end),
                    ('CHECK_IN_DUE', 'FAMILY', case when s.paused_on is null then s.family_check_in_on end),
                    ('CHECK_IN_DUE', 'VOLUNTEER', case when s.paused_on is null then s.volunteer_check_in_on end),
                    ('BACK_FROM_PAUSE', null, s.back_on),
                    ('VOLUNTEER_SAID_YES', null,
                     case when s.step = 'ASKED' and s.reply = 'YES' and s.family_reply is null then s.on end),
                    ('NOT_ASKED', null, case when s.step = 'ACCEPTED' then s.since + 3 end),
                    ('ANSWER_MISSING', null,
                     case when s.step = 'ASKED' and (s.family_reply is null or s.volunteer_reply is null)
                          then s.since + 7 end),
                    ('AFTERCARE_ENDING', null, case when s.step = 'AFTERCARE' then s.aftercare_until end)
                    ) c (kind, side, due)
                where c.due <= cast(:today as date) + case c.kind when 'TRIAL_ENDING' then 14 else 0 end),
            soonest as materialized (
                select min(screening_years) as screening_years, max(unconfirmed_days) as latest,
                       min(unconfirmed_days - unconfirmed_days / 4) as earliest
                from programme_rules),
            engaged as materialized (
                select v.id, v.name, v.screened, v.availability_confirmed, v.maximum_families,
                       min(r.screening_years) as screening_years, min(r.unconfirmed_days) as unconfirmed_days
                from volunteer v
                join volunteer_programme vp on vp.organisation = v.organisation and vp.volunteer = v.id
                join programme g on g.organisation = vp.organisation and g.id = vp.programme
                join programme_rules r on r.organisation = g.organisation and r.programme = g.id
                                      and r.version = g.rules_version
                where v.active
                  and (v.screened <= cast(:today as date) + 61 - make_interval(years => (select screening_years from soonest))
                       or v.availability_confirmed between cast(:today as date) - (select latest from soonest)
                                                       and cast(:today as date) - (select earliest from soonest))
                group by v.organisation, v.id),
            screening as (
                select e.id, e.name, (e.screened + make_interval(years => e.screening_years))::date as due,
                       exists (select from standing s
                               where s.volunteer = e.id and s.step <> 'AFTERCARE') as busy
                from engaged e
                where e.screened <= cast(:today as date) + 61 - make_interval(years => e.screening_years)),
            fading as (
                select e.id, e.name, e.availability_confirmed + e.unconfirmed_days as due,
                       e.unconfirmed_days / 4 as ahead
                from engaged e
                where e.maximum_families > 0)
            """;

    private static final String LINES = CARE + """
            select c.kind, c.side, c.due, c.id as pairing, c.follows, v.id as volunteer, v.name as volunteer_name,
                   f.name as family, f.reference, q.programme, c.reply, c.because
            from care c
            join volunteer_met v on v.id = c.volunteer
            join support_request q on q.id = c.request
            join family f on f.organisation = q.organisation and f.id = q.family
            union all
            select 'SCREENING_EXPIRING', null, s.due, null, null, s.id, s.name, null, null, null, null, null
            from screening s
            where s.due <= cast(:today as date) + 60 and (s.busy or s.due >= :today)
            union all
            select 'AVAILABILITY_FADING', null, w.due, null, null, w.id, w.name, null, null, null, null, null
            from fading w
            where cast(:today as date) between w.due - w.ahead and w.due
            """;

    private static final String PRESSING_FIRST =
            "order by array_position(array['ATTENTION', 'INTRODUCTION_HELD', 'INTRODUCTION_WITHOUT_DATE', "
                    + "'TRIAL_ENDING', 'CHECK_IN_DUE', 'BACK_FROM_PAUSE', 'VOLUNTEER_SAID_YES', 'NOT_ASKED', 'ANSWER_MISSING', "
                    + "'AFTERCARE_ENDING', 'SCREENING_EXPIRING', 'AVAILABILITY_FADING'], kind), due, volunteer_name, pairing, side";

    private final JdbcClient jdbc;

    public CareViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most pressing kind first, in each kind what has waited longest. */
    public List<CareLine> list(LocalDate today) {
        return list(today, Filter.ALL);
    }

    /** As {@link #list(LocalDate)}, of the pairings and the volunteers that are asked for. */
    public List<CareLine> list(LocalDate today, Filter filter) {
        return jdbc.sql("select * from (" + LINES + ") c " + asked(filter) + PRESSING_FIRST)
                .param("today", today)
                .params(filter.values())
                .query((row, number) -> line(row))
                .list();
    }

    /** A pairing goes by its request, a volunteer without one by their own. */
    private static String asked(Filter filter) {
        return filter.equals(Filter.ALL) ? "" : """
                where exists (select from pairing k
                              join support_request q on q.organisation = k.organisation and q.id = k.request
                              join family f on f.organisation = q.organisation and f.id = q.family
                              join place a on a.postcode = f.postcode
                              where k.id = c.pairing %s)
                   or c.pairing is null
                      and exists (select from volunteer v
                                  join place va on va.postcode = v.postcode
                                  where v.id = c.volunteer %s)
                """.formatted(filter.ofRequests(), filter.ofVolunteers());
    }

    private static CareLine line(ResultSet row) throws SQLException {
        return new CareLine(
                CareLine.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("pairing", UUID.class)).map(PairingId::new),
                Optional.ofNullable(row.getString("side")).map(Side::valueOf),
                Optional.ofNullable(row.getString("family")),
                Optional.ofNullable(row.getString("reference")),
                new VolunteerId(row.getObject("volunteer", UUID.class)),
                row.getString("volunteer_name"),
                Optional.ofNullable(row.getObject("programme", UUID.class)),
                answered(row),
                row.getObject("due", LocalDate.class),
                Optional.ofNullable(row.getObject("follows", UUID.class)));
    }

    private static Optional<CareLine.Answered> answered(ResultSet row) throws SQLException {
        Optional<DeclineReason> because =
                Optional.ofNullable(row.getString("because")).map(DeclineReason::valueOf);
        return Optional.ofNullable(row.getString("reply"))
                .map(reply -> new CareLine.Answered(Reply.valueOf(reply), because));
    }
}
