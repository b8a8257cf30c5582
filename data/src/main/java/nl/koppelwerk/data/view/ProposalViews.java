package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.language.SharedLanguage;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proposals of the organisation whose scope this is called in. */
public final class ProposalViews {
    private static final int MAIN_REASONS = 2;

    /** The list shows the distance as a figure already. */
    private static final String SAID_ALREADY = "near";

    private static final String URGENT_FIRST =
            "array_position(array['HIGH', 'RAISED', 'NORMAL'], q.urgency), q.waiting_since, k.id";

    private static final String REQUESTS = """
            from pairing k
            join support_request q on q.organisation = k.organisation and q.id = k.request
            join family f on f.organisation = q.organisation and f.id = q.family
            join place a on a.postcode = f.postcode
            """;

    /** A request with its proposal, and what the run said of it; a pair made by hand has nothing from a run. */
    private static final String TABLES = REQUESTS + """
            join volunteer_met v on v.organisation = k.organisation and v.id = k.volunteer
            left join proposal p on p.organisation = k.organisation and p.run = k.run and p.pairing = k.id
            """;

    /** To decide on: a proposal, and not held for a family by somebody. */
    private static final String TO_DECIDE =
            "where k.step = 'PROPOSED' and not (k.held and (k.held_until is null or k.held_until > :today))\n";

    private static final String COUNT = "select count(*) " + REQUESTS + TO_DECIDE;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Judging judging;

    /** @param clock in the zone of the coordinators */
    public ProposalViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.judging = new Judging(jdbc, clock);
    }

    /** Proposals to decide on, most urgent first, then longest waiting. */
    public Page<ProposalLine> list(Filter filter, int asked, int size) {
        long total =
                about(COUNT + filter.ofRequests(), filter).query(Long.class).single();
        int page = Page.nearest(asked, size, total);
        return new Page<>(lines(filter, size, Page.offset(page, size)), page, size, total);
    }

    /** Who comes first is found before the rest of these few is read. */
    private List<ProposalLine> lines(Filter filter, int size, long offset) {
        String sql =
                """
                with k as materialized (
                    select k.organisation, k.id, k.run, k.volunteer, k.day_parts, q.family, q.kind, q.urgency, q.heavy,
                           q.waiting_since
                    from pairing k
                    join support_request q on q.organisation = k.organisation and q.id = k.request
                """ + filter.familiesOfRequests() + TO_DECIDE + filter.ofRequests() + "order by " + URGENT_FIRST + """
                 limit :size offset :offset)
                select k.id, f.name as family, v.name as volunteer, k.kind, k.urgency, k.heavy, k.waiting_since,
                       p.distance_metres, k.day_parts, p.reasons, f.languages as family_languages,
                       v.languages as volunteer_languages
                from k
                join family f on f.organisation = k.organisation and f.id = k.family
                join volunteer_met v on v.organisation = k.organisation and v.id = k.volunteer
                left join lateral (select p.distance_metres, p.reasons
                                   from proposal p
                                   where p.organisation = k.organisation and p.run = k.run and p.pairing = k.id
                                   limit 1) p on true
                order by\s"""
                        + URGENT_FIRST.replace("q.", "k.");
        return about(sql, filter)
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> line(row))
                .list();
    }

    private JdbcClient.StatementSpec about(String sql, Filter filter) {
        return jdbc.sql(sql).param("today", LocalDate.now(clock)).params(filter.values());
    }

    /** The proposal to decide on after this one, in the order of the list; the first one when this was the last. */
    public Optional<PairingId> findNext(PairingId decided, Filter filter) {
        String sql = """
                select k.id
                from pairing k
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join family f on f.organisation = q.organisation and f.id = q.family
                join place a on a.postcode = f.postcode,
                    (select q.urgency, q.waiting_since, k.id
                     from pairing k join support_request q on q.organisation = k.organisation and q.id = k.request
                     where k.id = :decided) d
                """ + TO_DECIDE + " and k.id <> d.id " + filter.ofRequests() + """
                order by (array_position(array['HIGH', 'RAISED', 'NORMAL'], q.urgency), q.waiting_since, k.id)
                         < (array_position(array['HIGH', 'RAISED', 'NORMAL'], d.urgency), d.waiting_since, d.id),
                """ + URGENT_FIRST + " limit 1";
        return about(sql, filter)
                .param("decided", decided.value())
                .query((row, number) -> new PairingId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The proposal to begin with. */
    public Optional<PairingId> findFirst(Filter filter) {
        return lines(filter, 1, 0).stream().map(ProposalLine::id).findFirst();
    }

    /** Where this proposal stands in the row of those to decide on. */
    public Queue queue(PairingId id, Filter filter) {
        String sql = "select * from (select k.id, row_number() over w as place, count(*) over () as total, "
                + "lag(k.id) over w as previous, lead(k.id) over w as next " + REQUESTS + TO_DECIDE
                + filter.ofRequests() + "window w as (order by " + URGENT_FIRST + ")) row where row.id = :id";
        return about(sql, filter)
                .param("id", id.value())
                .query((row, number) -> new Queue(
                        row.getInt("place"), row.getInt("total"), pairing(row, "previous"), pairing(row, "next")))
                .optional()
                .orElseGet(() -> new Queue(
                        0,
                        about(COUNT + filter.ofRequests(), filter)
                                .query(Integer.class)
                                .single(),
                        Optional.empty(),
                        findNext(id, filter)));
    }

    private static Optional<PairingId> pairing(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(PairingId::new);
    }

    /** A proposal, decided on or not. */
    public Optional<ProposalView> find(PairingId id) {
        String sql = """
                select k.id, k.version, k.step, k.held_until, p.distance_metres, k.day_parts, p.reasons, f.name as family,
                       f.postcode as family_postcode, a.town as family_town, f.household,
                       f.languages as family_languages, f.pets as family_pets,
                       array(select c.birth_year::integer from child c
                             where c.organisation = f.organisation and c.family = f.id order by c.birth_year)
                           as birth_years,
                       g.name as programme, q.kind, q.needs, q.quarters_per_week, q.day_parts_per_week,
                       q.day_parts as request_day_parts, q.woman_only, q.pets_unwelcome, q.other_street,
                       q.other_school, q.maximum_distance_metres, q.urgency, q.waiting_since, q.heavy,
                       v.name as volunteer, v.kind as volunteer_kind, v.postcode as volunteer_postcode,
                       va.town as volunteer_town, v.languages as volunteer_languages, v.skills, v.availability,
                       v.quarters_per_week as volunteer_quarters_per_week, v.maximum_families, v.child_age_min,
                       v.child_age_max, v.maximum_children, v.heavy_cases, v.pets_unwelcome as volunteer_no_pets,
                       v.not_these, v.pets as volunteer_pets, v.screened, v.experience_years,
                       (select count(*) from pairing o
                        where o.organisation = v.organisation and o.volunteer = v.id
                          and o.step not in ('PROPOSED', 'AFTERCARE', 'ENDED')) as families_now
                """ + TABLES + """
                join programme g on g.organisation = q.organisation and g.id = q.programme
                join place va on va.postcode = v.postcode
                where k.id = :id
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional();
    }

    /** A line of the list, from a row with its columns. */
    public ProposalLine line(ResultSet row) throws SQLException {
        Languages family = Languages.parse(row.getString("family_languages"));
        Languages volunteer = Languages.parse(row.getString("volunteer_languages"));
        PairingId id = new PairingId(row.getObject("id", UUID.class));
        Judging.Said said = judging.said(id, row);
        return new ProposalLine(
                id,
                row.getString("family"),
                row.getString("volunteer"),
                SupportKind.valueOf(row.getString("kind")),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("heavy"),
                row.getObject("waiting_since", LocalDate.class),
                said.metres(),
                family.shared(volunteer, Level.A1).map(SharedLanguage::language),
                new DayParts(row.getInt("day_parts")),
                mainReasons(said.reasons()),
                weakness(said.reasons()));
    }

    private static List<Finding> mainReasons(List<Finding> reasons) {
        return reasons.stream()
                .filter(reason -> reason.outcome() == Outcome.YES && reason.contribution() > 0)
                .filter(reason -> !reason.rule().equals(SAID_ALREADY))
                .sorted(Comparator.comparingInt(Finding::contribution).reversed())
                .limit(MAIN_REASONS)
                .toList();
    }

    /** The rule that counts most among those that the pair does not meet so well. */
    private static Optional<Finding> weakness(List<Finding> reasons) {
        return reasons.stream()
                .filter(reason -> reason.outcome() == Outcome.NO && !reason.forbids() && reason.weight() > 0)
                .max(Comparator.comparingInt(Finding::weight));
    }

    private ProposalView view(ResultSet row) throws SQLException {
        PairingId id = new PairingId(row.getObject("id", UUID.class));
        Judging.Said said = judging.said(id, row);
        return new ProposalView(
                id,
                row.getInt("version"),
                Step.valueOf(row.getString("step")),
                Columns.date(row, "held_until").filter(LocalDate.now(clock)::isBefore),
                said.metres(),
                new DayParts(row.getInt("day_parts")),
                family(row),
                request(row),
                volunteer(row),
                said.reasons());
    }

    private static ProposalView.FamilySide family(ResultSet row) throws SQLException {
        return new ProposalView.FamilySide(
                row.getString("family"),
                row.getInt("family_postcode"),
                row.getString("family_town"),
                Household.valueOf(row.getString("household")),
                Columns.numbers(row, "birth_years"),
                Languages.parse(row.getString("family_languages")),
                row.getBoolean("family_pets"));
    }

    private static ProposalView.RequestSide request(ResultSet row) throws SQLException {
        return new ProposalView.RequestSide(
                row.getString("programme"),
                SupportKind.valueOf(row.getString("kind")),
                Columns.needs(row, "needs"),
                new Hours(row.getInt("quarters_per_week")),
                row.getInt("day_parts_per_week"),
                new DayParts(row.getInt("request_day_parts")),
                new Wishes(
                        row.getBoolean("woman_only"),
                        row.getBoolean("pets_unwelcome"),
                        row.getBoolean("other_street"),
                        row.getBoolean("other_school"),
                        Optional.ofNullable(row.getObject("maximum_distance_metres", Integer.class))),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("waiting_since", LocalDate.class),
                row.getBoolean("heavy"));
    }

    private static ProposalView.VolunteerSide volunteer(ResultSet row) throws SQLException {
        return new ProposalView.VolunteerSide(
                row.getString("volunteer"),
                SupportKind.valueOf(row.getString("volunteer_kind")),
                row.getInt("volunteer_postcode"),
                row.getString("volunteer_town"),
                Languages.parse(row.getString("volunteer_languages")),
                Columns.needs(row, "skills"),
                new DayParts(row.getInt("availability")),
                new Hours(row.getInt("volunteer_quarters_per_week")),
                row.getInt("families_now"),
                row.getInt("maximum_families"),
                limits(row),
                row.getBoolean("volunteer_pets"),
                Columns.date(row, "screened"),
                row.getInt("experience_years"));
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                row.getInt("child_age_min"),
                row.getInt("child_age_max"),
                row.getInt("maximum_children"),
                row.getBoolean("heavy_cases"),
                row.getBoolean("volunteer_no_pets"),
                Columns.needs(row, "not_these"));
    }

    /** The two that somebody thinks of pairing; empty when the reader may not see one of them, or there is none. */
    public Optional<PairSides> findSides(SupportRequestId request, VolunteerId volunteer) {
        String sql = """
                select r.id as request, v.id as volunteer, f.name as family_name, v.name as volunteer_name, r.kind,
                       r.day_parts_per_week
                from support_request r
                join family f on f.organisation = r.organisation and f.id = r.family
                join volunteer v on v.organisation = r.organisation and v.id = :volunteer
                where r.id = :request
                """;
        return jdbc.sql(sql)
                .param("request", request.value())
                .param("volunteer", volunteer.value())
                .query((row, number) -> new PairSides(
                        request,
                        volunteer,
                        row.getString("family_name"),
                        row.getString("volunteer_name"),
                        SupportKind.valueOf(row.getString("kind")),
                        row.getInt("day_parts_per_week")))
                .optional();
    }
}
