package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The support requests of an organisation. */
public final class SupportRequests {
    private static final String SELECT = """
            select s.organisation, s.id, s.family, s.reference, s.programme, s.kind, s.needs, s.quarters_per_week,
                   s.day_parts_per_week, s.day_parts, s.woman_only, s.pets_unwelcome, s.other_street, s.other_school,
                   s.maximum_distance_metres, s.urgency, s.waiting_since, s.heavy, s.training_needed
            from support_request s
            """;

    private static final String UPSERT = """
            insert into support_request (organisation, id, family, reference, programme, kind, needs, quarters_per_week,
                day_parts_per_week, day_parts, woman_only, pets_unwelcome, other_street, other_school,
                maximum_distance_metres, urgency, waiting_since, heavy, training_needed)
            select organisation, id, family, reference, programme, kind, needs, quarters_per_week,
                day_parts_per_week, day_parts, woman_only, pets_unwelcome, other_street, other_school,
                maximum_distance_metres, urgency, waiting_since, heavy, training_needed
            from jsonb_populate_recordset(null::support_request, cast(:rows as jsonb))
            on conflict (organisation, reference) do update
            set family = excluded.family, programme = excluded.programme, kind = excluded.kind, needs = excluded.needs,
                quarters_per_week = excluded.quarters_per_week, day_parts_per_week = excluded.day_parts_per_week,
                day_parts = excluded.day_parts, woman_only = excluded.woman_only,
                pets_unwelcome = excluded.pets_unwelcome, other_street = excluded.other_street,
                other_school = excluded.other_school, maximum_distance_metres = excluded.maximum_distance_metres,
                urgency = excluded.urgency, waiting_since = excluded.waiting_since, heavy = excluded.heavy,
                training_needed = excluded.training_needed, version = support_request.version + 1
            where (support_request.family, support_request.programme, support_request.kind, support_request.needs,
                   support_request.quarters_per_week, support_request.day_parts_per_week, support_request.day_parts,
                   support_request.woman_only, support_request.pets_unwelcome, support_request.other_street,
                   support_request.other_school, support_request.maximum_distance_metres, support_request.urgency,
                   support_request.waiting_since, support_request.heavy, support_request.training_needed)
                is distinct from (excluded.family, excluded.programme, excluded.kind, excluded.needs,
                   excluded.quarters_per_week, excluded.day_parts_per_week, excluded.day_parts, excluded.woman_only,
                   excluded.pets_unwelcome, excluded.other_street, excluded.other_school,
                   excluded.maximum_distance_metres, excluded.urgency, excluded.waiting_since, excluded.heavy,
                   excluded.training_needed)
            returning reference, xmax = 0 as added
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    public SupportRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.bulk = new Bulk(jdbc);
    }

    /**
     * Requests that a nightly run looks at, by reference: not closed and agreed to by the family, or with a volunteer that it
     * must keep.
     */
    public List<SupportRequest> current() {
        String condition = """
                where exists (select from pairing p
                              where p.organisation = s.organisation and p.request = s.id
                                and (p.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')
                                     or p.step = 'PROPOSED' and p.held))
                   or s.closed_on is null
                      and s.id not in (select r.request from requests_without_consent() r (request))
                      and not exists (select from pairing p
                                      where p.organisation = s.organisation and p.request = s.id
                                        and p.step = 'AFTERCARE')
                order by s.reference
                """;
        return jdbc.sql(SELECT + condition).query(SupportRequests::request).list();
    }

    public List<SupportRequest> list(Collection<SupportRequestId> ids) {
        return jdbc.sql(SELECT + "where s.id = any(:ids) order by s.reference")
                .param("ids", ids.stream().map(SupportRequestId::value).toArray(UUID[]::new))
                .query(SupportRequests::request)
                .list();
    }

    public Optional<SupportRequest> find(SupportRequestId id) {
        return list(List.of(id)).stream().findFirst();
    }

    public Optional<SupportRequest> find(String reference) {
        return jdbc.sql(SELECT + "where s.reference = :reference")
                .param("reference", reference)
                .query(SupportRequests::request)
                .optional();
    }

    /** Open and closed, by reference. */
    public List<SupportRequest> of(Collection<FamilyId> families) {
        return jdbc.sql(SELECT + "where s.family = any(:families) order by s.reference")
                .param("families", families.stream().map(FamilyId::value).toArray(UUID[]::new))
                .query(SupportRequests::request)
                .list();
    }

    /** Whether the family still asks for it, and of this programme. */
    public boolean open(SupportRequestId id) {
        String sql = """
                select exists (select from support_request where id = :id and closed_on is null)
                       and not exists (select from requests_without_consent() r (request) where r.request = :id) as open
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> row.getBoolean("open"))
                .single();
    }

    /**
     * Adds requests or changes those with the same reference, which keep the id they have.
     *
     * @param requests each reference once
     */
    public Saved saveAll(Collection<SupportRequest> requests) {
        return bulk.save(requests, SupportRequests::row, UPSERT, "");
    }

    private static Map<String, @Nullable Object> row(SupportRequest request) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("organisation", request.organisation().value());
        row.put("id", request.id().value());
        row.put("family", request.family().value());
        row.put("reference", request.reference());
        row.put("programme", request.programme().value());
        row.put("kind", request.kind());
        row.put("needs", Columns.sorted(request.needs()));
        row.put("quarters_per_week", request.hoursPerWeek().quarters());
        row.put("day_parts_per_week", request.dayPartsPerWeek());
        row.put("day_parts", request.dayParts().bits());
        row.put("woman_only", request.wishes().womanOnly());
        row.put("pets_unwelcome", request.wishes().petsUnwelcome());
        row.put("other_street", request.wishes().otherStreet());
        row.put("other_school", request.wishes().otherSchool());
        row.put(
                "maximum_distance_metres",
                request.wishes().maximumDistanceMetres().orElse(null));
        row.put("urgency", request.urgency());
        row.put("waiting_since", request.waitingSince().toString());
        row.put("heavy", request.heavy());
        row.put("training_needed", request.trainingNeeded());
        return row;
    }

    private static SupportRequest request(ResultSet row, int number) throws SQLException {
        return new SupportRequest(
                new SupportRequestId(Columns.uuid(row, "id")),
                new OrganisationId(Columns.uuid(row, "organisation")),
                new FamilyId(Columns.uuid(row, "family")),
                row.getString("reference"),
                new ProgrammeId(Columns.uuid(row, "programme")),
                SupportKind.valueOf(row.getString("kind")),
                Columns.names(row, "needs", Need.class),
                new Hours(row.getInt("quarters_per_week")),
                row.getInt("day_parts_per_week"),
                new DayParts(row.getInt("day_parts")),
                new Wishes(
                        row.getBoolean("woman_only"),
                        row.getBoolean("pets_unwelcome"),
                        row.getBoolean("other_street"),
                        row.getBoolean("other_school"),
                        Columns.number(row, "maximum_distance_metres")),
                Urgency.valueOf(row.getString("urgency")),
                Columns.date(row, "waiting_since").orElseThrow(),
                row.getBoolean("heavy"),
                row.getBoolean("training_needed"));
    }
}
