package nl.koppelwerk.data.view.person;

import static nl.koppelwerk.data.view.person.Matching.UNDER_WAY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The volunteers of the organisation whose scope this is called in. */
public final class VolunteerViews {
    private static final String PAIRED = """
            (select count(*) from pairing k where k.volunteer = w.id and k.step in %s)
            """.formatted(UNDER_WAY);

    private static final String FOUND =
            "select w.id, w.name, " + Matching.score("volunteer") + """
             as score
            from volunteer w
            where w.merged_into is null and
            """ + Matching.LANGUAGE + """
             and (:kind = '' or w.kind = :kind)
              and (:programme = '' or exists (select from volunteer_programme t join programme p
                                                on p.organisation = t.organisation and p.id = t.programme
                                              where t.volunteer = w.id and p.code = :programme))
              and case :state
                      when 'active' then w.active
                      when 'free' then w.active and w.maximum_families >
            """ + PAIRED + """
                      when 'paused' then not w.active and w.stopped_on is null
                      when 'stopped' then w.stopped_on is not null
                      else true
                  end
            """;

    private final JdbcClient jdbc;

    public VolunteerViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Best found first, then by name. */
    public Page<VolunteerEntry> list(Search search, int asked, int size) {
        List<UUID> found = found(search);
        int page = Page.nearest(asked, size, found.size());
        String sql = """
                select w.id, w.reference, w.name, w.kind, w.postcode, a.town, w.languages, w.maximum_families,
                       case when w.active then 'active' when w.stopped_on is null then 'paused' else 'stopped' end as state,
                       array(select p.code from volunteer_programme t join programme p
                               on p.organisation = t.organisation and p.id = t.programme
                             where t.volunteer = w.id order by p.code) as programmes,
                       %s as paired,
                       (select min(m.reference) from volunteer m
                        where m.merged_into = w.id and lower(m.reference) = lower(:text)) as formerly
                from unnest(cast(:ids as uuid[])) with ordinality as n(id, at)
                join volunteer w on w.id = n.id
                join place a on a.postcode = w.postcode
                order by n.at
                """.formatted(PAIRED);
        List<VolunteerEntry> items = jdbc.sql(sql)
                .param("text", search.text())
                .param("ids", Page.of(found, page, size).toArray(UUID[]::new))
                .query((row, number) -> entry(row))
                .list();
        return new Page<>(items, page, size, found.size());
    }

    public long count(Search search) {
        return found(search).size();
    }

    private List<UUID> found(Search search) {
        return Matching.ids(jdbc, FOUND, search);
    }

    /** All that are found, in the order of the list. */
    public List<VolunteerId> ids(Search search) {
        return found(search).stream().map(VolunteerId::new).toList();
    }

    /** Those under way first. */
    public List<PairingEntry> pairings(VolunteerId volunteer) {
        String sql = """
                select k.id, q.reference, f.id as other, f.name, true as open, k.step, k.day_parts,
                       coalesce((select max(h.at) from pairing_history h where h.pairing = k.id), k.proposed_at) as since
                from pairing k
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join family f on f.organisation = q.organisation and f.id = q.family
                where k.volunteer = :volunteer
                order by k.step = 'ENDED', since desc
                """;
        return jdbc.sql(sql)
                .param("volunteer", volunteer.value())
                .query((row, number) -> FamilyViews.pairing(row))
                .list();
    }

    public VolunteerState state(VolunteerId volunteer) {
        return jdbc.sql("select active, paused_until, stopped_on, inactive_reason from volunteer where id = :id")
                .param("id", volunteer.value())
                .query((row, number) -> new VolunteerState(
                        row.getBoolean("active"),
                        Optional.ofNullable(row.getObject("paused_until", LocalDate.class)),
                        Optional.ofNullable(row.getObject("stopped_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("inactive_reason"))))
                .single();
    }

    /** The volunteer that this one was merged into, if it was. */
    public Optional<VolunteerId> mergedInto(VolunteerId volunteer) {
        return jdbc.sql("select merged_into from volunteer where id = :id and merged_into <> id")
                .param("id", volunteer.value())
                .query((row, number) -> new VolunteerId(row.getObject("merged_into", UUID.class)))
                .optional();
    }

    /** Numbers of the volunteers that were merged into this one. */
    public List<String> merged(VolunteerId volunteer) {
        return jdbc.sql("select reference from volunteer where merged_into = :id and id <> :id order by reference")
                .param("id", volunteer.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Codes of the languages that volunteers speak. */
    public List<String> languages() {
        String sql = """
                select distinct substr(spoken, 1, 3) as code
                from volunteer w, unnest(string_to_array(w.languages, ' ')) as spoken
                where spoken <> '' order by 1
                """;
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private static VolunteerEntry entry(ResultSet row) throws SQLException {
        return new VolunteerEntry(
                new VolunteerId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getString("name"),
                SupportKind.valueOf(row.getString("kind")),
                row.getInt("postcode"),
                row.getString("town"),
                Languages.parse(row.getString("languages")),
                List.of((String[]) row.getArray("programmes").getArray()),
                row.getString("state"),
                row.getInt("paired"),
                row.getInt("maximum_families"),
                Optional.ofNullable(row.getString("formerly")));
    }
}
