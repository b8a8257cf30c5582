package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.life.CheckIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pairings that were accepted once, of the organisation whose scope this is called in. */
public final class PairingViews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String TABLES = """
            from pairing p
            join support_request q on q.organisation = p.organisation and q.id = p.request
            join family f on f.organisation = q.organisation and f.id = q.family
            join volunteer_met v on v.organisation = p.organisation and v.id = p.volunteer
            join programme g on g.organisation = q.organisation and g.id = q.programme
            left join pairing_life l on l.organisation = p.organisation and l.pairing = p.id
            """;

    /** A proposal that was declined has ended without ever having been a pairing. */
    private static final String WHERE = """
            where (p.step not in ('PROPOSED', 'ENDED') or p.step = 'ENDED' and l.ended_on is not null)
              and (cast(:programme as uuid) is null or q.programme = :programme)
              and (cast(:among as uuid[]) is null or p.id = any(:among))
            """;

    private final JdbcClient jdbc;

    public PairingViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are in each step, whatever step the filter names; together they are all that its rest lets through. */
    public Map<Step, Long> count(PairingFilter filter) {
        Map<Step, Long> counts = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            if (step != Step.PROPOSED) {
                counts.put(step, 0L);
            }
        }
        filtered("select p.step, count(*) as pairings " + TABLES + WHERE + "group by p.step", filter)
                .query((row, number) -> counts.put(Step.valueOf(row.getString("step")), row.getLong("pairings")))
                .list();
        return counts;
    }

    /** By step, in each what came there last; a page of them. */
    public Page<PairingLine> list(PairingFilter filter, int asked, int size) {
        String which = WHERE
                + filter.step()
                        .map(step -> "and p.step = '" + step.name() + "'\n")
                        .orElse("and p.step <> 'ENDED'\n");
        long total = filtered("select count(*) " + TABLES + which, filter)
                .query(Long.class)
                .single();
        int page = Page.nearest(asked, size, total);
        String sql = """
                select p.id, p.step, f.name as family, v.name as volunteer, q.kind, g.name as programme, l.back_on,
                       (select max(h.at at time zone 'Europe/Amsterdam')::date from pairing_history h
                        where h.organisation = p.organisation and h.pairing = p.id and h.to_step = p.step
                          and h.from_step is distinct from h.to_step) as since
                """ + TABLES + which + """
                order by array_position(array['ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING',
                                              'AFTERCARE', 'ENDED'], p.step), since desc, p.id
                limit :size offset :offset
                """;
        List<PairingLine> lines = filtered(sql, filter)
                .param("size", size)
                .param("offset", Page.offset(page, size))
                .query((row, number) -> line(row))
                .list();
        return new Page<>(lines, page, size, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, PairingFilter filter) {
        return jdbc.sql(sql)
                .param("programme", filter.programme().orElse(null), Types.OTHER)
                .param(
                        "among",
                        filter.among()
                                .map(ids -> ids.stream().map(PairingId::value).toArray(UUID[]::new))
                                .orElse(null));
    }

    /** Accepted once, or ended after that; a proposal is not found. */
    public Optional<PairingView> find(PairingId id) {
        String sql = """
                select p.id, p.step, p.day_parts, f.id as family_id, f.name as family, f.reference as family_reference,
                       f.postcode as family_postcode, fa.town as family_town, f.email as family_email,
                       v.id as volunteer_id, v.name as volunteer, v.reference as volunteer_reference, v.postcode as volunteer_postcode,
                       va.town as volunteer_town, v.email as volunteer_email, q.kind, q.quarters_per_week,
                       g.name as programme, c.id as coordinator, c.name as coordinator_name,
                       b.id as backup, b.name as backup_name,
                       b.active and b.maximum_families >
                           (select count(*) from pairing o
                            where o.organisation = b.organisation and o.volunteer = b.id
                              and o.step not in ('PROPOSED', 'AFTERCARE', 'ENDED')) as backup_free
                """ + TABLES + """
                join place fa on fa.postcode = f.postcode
                join place va on va.postcode = v.postcode
                left join volunteer b on b.organisation = l.organisation and b.id = l.backup
                left join account c on c.organisation = p.organisation and c.id = coalesce(l.coordinator,
                    (select h.account from pairing_history h
                     where h.organisation = p.organisation and h.pairing = p.id and h.to_step = 'ACCEPTED'
                     order by h.number desc limit 1))
                where p.id = :id and (p.step not in ('PROPOSED', 'ENDED') or p.step = 'ENDED' and l.ended_on is not null)
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional();
    }

    /**
     * An introduction that is planned.
     *
     * @param addresses of family and volunteer, as far as they are known
     */
    public record Planned(PairingId pairing, LocalDateTime at, String place, int changes, List<String> addresses) {}

    /** The introductions of this day. */
    public List<Planned> introductions(LocalDate day) {
        String sql = """
                select p.id, l.introduction_at, l.introduction_place, l.introduction_changes,
                       array_remove(array[f.email, v.email], null) as addresses
                """ + TABLES + """
                where p.step = 'INTRODUCTION' and l.introduction_at::date = :day
                order by l.introduction_at, p.id
                """;
        return jdbc.sql(sql)
                .param("day", day)
                .query((row, number) -> new Planned(
                        new PairingId(row.getObject("id", UUID.class)),
                        row.getObject("introduction_at", LocalDateTime.class),
                        row.getString("introduction_place"),
                        row.getInt("introduction_changes"),
                        List.of((String[]) row.getArray("addresses").getArray())))
                .list();
    }

    private static PairingLine line(ResultSet row) throws SQLException {
        return new PairingLine(
                new PairingId(row.getObject("id", UUID.class)),
                Step.valueOf(row.getString("step")),
                row.getString("family"),
                row.getString("volunteer"),
                SupportKind.valueOf(row.getString("kind")),
                row.getString("programme"),
                row.getObject("since", LocalDate.class),
                Columns.date(row, "back_on"));
    }

    private PairingView view(ResultSet row) throws SQLException {
        PairingId id = new PairingId(row.getObject("id", UUID.class));
        return new PairingView(
                id,
                Step.valueOf(row.getString("step")),
                party(row, "family"),
                party(row, "volunteer"),
                SupportKind.valueOf(row.getString("kind")),
                row.getString("programme"),
                new DayParts(row.getInt("day_parts")),
                new Hours(row.getInt("quarters_per_week")),
                coordinator(row),
                backup(row),
                history(id),
                checkIns(id));
    }

    private static PairingView.Party party(ResultSet row, String who) throws SQLException {
        return new PairingView.Party(
                row.getObject(who + "_id", UUID.class),
                row.getString(who),
                row.getString(who + "_reference"),
                row.getInt(who + "_postcode"),
                row.getString(who + "_town"),
                Optional.ofNullable(row.getString(who + "_email")));
    }

    private static Optional<PairingView.Coordinator> coordinator(ResultSet row) throws SQLException {
        return row.getString("coordinator_name") == null
                ? Optional.empty()
                : Optional.of(new PairingView.Coordinator(
                        row.getObject("coordinator", UUID.class), row.getString("coordinator_name")));
    }

    private static Optional<PairingView.Backup> backup(ResultSet row) throws SQLException {
        return row.getString("backup_name") == null
                ? Optional.empty()
                : Optional.of(new PairingView.Backup(
                        new VolunteerId(row.getObject("backup", UUID.class)),
                        row.getString("backup_name"),
                        row.getBoolean("backup_free")));
    }

    private List<PairingView.Event> history(PairingId id) {
        String sql = """
                select h.at, h.from_step, h.to_step, h.reason, h.note, a.name as by, h.by_side, h.because
                from pairing_history h
                left join account a on a.organisation = h.organisation and a.id = h.account
                where h.pairing = :id
                order by h.number desc
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> new PairingView.Event(
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getString("from_step")).map(Step::valueOf),
                        Step.valueOf(row.getString("to_step")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("note")),
                        Optional.ofNullable(row.getString("by")),
                        Optional.ofNullable(row.getString("by_side")).map(Side::valueOf),
                        Optional.ofNullable(row.getString("because")).map(DeclineReason::valueOf)))
                .list();
    }

    private List<PairingView.Held> checkIns(PairingId id) {
        String sql = """
                select c.side, c.week, c.held_on, c.mood, c.quarters_per_week, c.worries, c.wish, c.account is null as oneself,
                       coalesce((select jsonb_object_agg(s.life_domain, s.score)
                                 from check_in_progress s
                                 where s.pairing = c.pairing and s.side = c.side and s.week = c.week), '{}') as progress
                from check_in c
                where c.pairing = :id
                order by c.week desc, c.side
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> new PairingView.Held(
                        Side.valueOf(row.getString("side")),
                        row.getInt("week"),
                        row.getObject("held_on", LocalDate.class),
                        new CheckIn(
                                row.getInt("mood"),
                                new Hours(row.getInt("quarters_per_week")),
                                Optional.ofNullable(row.getString("worries")),
                                CheckIn.Wish.valueOf(row.getString("wish")),
                                progress(row.getString("progress"))),
                        row.getBoolean("oneself")))
                .list();
    }

    private static Map<LifeDomain, Integer> progress(String json) {
        return JSON.readValue(json, new TypeReference<Map<LifeDomain, Integer>>() {});
    }
}
