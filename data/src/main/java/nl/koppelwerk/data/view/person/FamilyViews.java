package nl.koppelwerk.data.view.person;

import static nl.koppelwerk.data.view.person.Matching.UNDER_WAY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The families of the organisation whose scope this is called in. */
public final class FamilyViews {
    private static final String FOUND =
            "select w.id, w.name, " + Matching.score("family") + """
             as score
            from family w
            where w.merged_into is null and
            """ + Matching.LANGUAGE + """
             and (:kind = '' or :kind <> '')
              and (:programme = '' or exists (select from support_request q join programme p
                                                on p.organisation = q.organisation and p.id = q.programme
                                              where q.family = w.id and p.code = :programme))
              and case :state
                      when 'waiting' then exists (select from support_request q
                                                  where q.family = w.id and q.closed_on is null
                                                    and not exists (select from pairing k
                                                                    where k.request = q.id and k.step in %1$s))
                      when 'paired' then exists (select from support_request q join pairing k on k.request = q.id
                                                 where q.family = w.id and k.step in %1$s)
                      when 'quiet' then not exists (select from support_request q left join pairing k
                                                      on k.request = q.id and k.step in %1$s
                                                    where q.family = w.id and (q.closed_on is null or k.id is not null))
                      else true
                  end
            """.formatted(UNDER_WAY);

    private final JdbcClient jdbc;

    public FamilyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Best found first, then by name. */
    public Page<FamilyEntry> list(Search search, int asked, int size) {
        List<UUID> found = found(search);
        int page = Page.nearest(asked, size, found.size());
        String sql = """
                select f.id, f.reference, f.name, f.postcode, a.town, f.languages,
                       array(select distinct p.code from support_request q join programme p
                               on p.organisation = q.organisation and p.id = q.programme
                             where q.family = f.id order by p.code) as programmes,
                       (select count(*) from support_request q where q.family = f.id and q.closed_on is null) as open,
                       (select count(*) from support_request q join pairing k on k.request = q.id
                        where q.family = f.id and k.step in %s) as paired,
                       (select min(m.reference) from family m
                        where m.merged_into = f.id and lower(m.reference) = lower(:text)) as formerly
                from unnest(cast(:ids as uuid[])) with ordinality as n(id, at)
                join family f on f.id = n.id
                join place a on a.postcode = f.postcode
                order by n.at
                """.formatted(UNDER_WAY);
        List<FamilyEntry> items = jdbc.sql(sql)
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
    public List<FamilyId> ids(Search search) {
        return found(search).stream().map(FamilyId::new).toList();
    }

    /** With the closed ones, open ones first. */
    public List<RequestEntry> requests(FamilyId family) {
        return requests(List.of(family)).getOrDefault(family, List.of());
    }

    /** Of several families; open ones first. */
    public Map<FamilyId, List<RequestEntry>> requests(Collection<FamilyId> families) {
        String sql = """
                select q.id, p.code, q.closed_on, q.status_reason,
                       (select coalesce(max(c.number), 0) from record_change c where c.request = q.id) as seen
                from support_request q join programme p on p.organisation = q.organisation and p.id = q.programme
                where q.family = any(:families)
                order by q.closed_on nulls first, q.reference
                """;
        Map<SupportRequestId, SupportRequest> requests = new HashMap<>();
        new SupportRequests(jdbc).of(families).forEach(request -> requests.put(request.id(), request));
        return jdbc
                .sql(sql)
                .param("families", families.stream().map(FamilyId::value).toArray(UUID[]::new))
                .query((row, number) -> new RequestEntry(
                        Objects.requireNonNull(requests.get(new SupportRequestId(row.getObject("id", UUID.class)))),
                        row.getString("code"),
                        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("status_reason")),
                        row.getLong("seen")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(entry -> entry.request().family()));
    }

    /** Of all its requests, those under way first. */
    public List<PairingEntry> pairings(FamilyId family) {
        String sql = """
                select k.id, q.reference, v.id as other, v.name, k.step, k.day_parts,
                       exists (select from volunteer s where s.organisation = v.organisation and s.id = v.id) as open,
                       coalesce((select max(h.at) from pairing_history h where h.pairing = k.id), k.proposed_at) as since
                from support_request q
                join pairing k on k.organisation = q.organisation and k.request = q.id
                join volunteer_met v on v.organisation = k.organisation and v.id = k.volunteer
                where q.family = :family
                order by k.step = 'ENDED', since desc
                """;
        return jdbc.sql(sql)
                .param("family", family.value())
                .query((row, number) -> pairing(row))
                .list();
    }

    /** The family that this one was merged into, if it was. */
    public Optional<FamilyId> mergedInto(FamilyId family) {
        return jdbc.sql("select merged_into from family where id = :id and merged_into <> id")
                .param("id", family.value())
                .query((row, number) -> new FamilyId(row.getObject("merged_into", UUID.class)))
                .optional();
    }

    /** Numbers of the families that were merged into this one. */
    public List<String> merged(FamilyId family) {
        return jdbc.sql("select reference from family where merged_into = :id and id <> :id order by reference")
                .param("id", family.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Codes of the languages that families speak. */
    public List<String> languages() {
        String sql = """
                select distinct substr(spoken, 1, 3) as code
                from family f, unnest(string_to_array(f.languages, ' ')) as spoken
                where spoken <> '' order by 1
                """;
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    static PairingEntry pairing(ResultSet row) throws SQLException {
        return new PairingEntry(
                new PairingId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getObject("other", UUID.class),
                row.getString("name"),
                row.getBoolean("open"),
                Step.valueOf(row.getString("step")),
                new DayParts(row.getInt("day_parts")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static FamilyEntry entry(ResultSet row) throws SQLException {
        return new FamilyEntry(
                new FamilyId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getString("name"),
                row.getInt("postcode"),
                row.getString("town"),
                Languages.parse(row.getString("languages")),
                List.of((String[]) row.getArray("programmes").getArray()),
                row.getInt("open"),
                row.getInt("paired"),
                Optional.ofNullable(row.getString("formerly")));
    }
}
