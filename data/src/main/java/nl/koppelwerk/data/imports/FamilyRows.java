package nl.koppelwerk.data.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.row.FamilyLine;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Saved;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families with their requests. */
final class FamilyRows implements Rows<FamilyLine> {
    private final Reading reading;
    private final JdbcClient jdbc;
    private final Families families;
    private final SupportRequests requests;
    private final RowMemory seenFamilies = new RowMemory();
    private final RowMemory seenRequests = new RowMemory();

    FamilyRows(Reading reading, JdbcClient jdbc) {
        this.reading = reading;
        this.jdbc = jdbc;
        this.families = new Families(jdbc);
        this.requests = new SupportRequests(jdbc);
    }

    @Override
    public RowResult<FamilyLine> read(Row row) {
        RowResult<FamilyLine> result = FamilyLine.read(row, reading);
        if (result instanceof RowResult.Good<FamilyLine>(FamilyLine line)) {
            Family family = line.family();
            OptionalInt differing = seenFamilies.differing(family.id().value(), family.toString(), row.number());
            if (differing.isPresent()) {
                return bad(row, FamilyTable.REFERENCE, "family-differs", differing.getAsInt());
            }
            OptionalInt earlier = seenRequests.earlier(line.request().id().value(), row.number());
            if (earlier.isPresent()) {
                return bad(row, FamilyTable.REQUEST, "request-twice", earlier.getAsInt());
            }
        }
        return result;
    }

    private static RowResult<FamilyLine> bad(
            Row row, nl.koppelwerk.data.format.Column column, String key, int otherRow) {
        String value = row.cell(column);
        Problem problem = Problem.of(row.heading().nameOf(column), value, key, Integer.toString(otherRow));
        return new RowResult.Bad<>(List.of(problem));
    }

    @Override
    public Kept keep(List<Taken<FamilyLine>> some) {
        Map<Integer, Problem> refused = new HashMap<>();
        List<Taken<FamilyLine>> good = withoutOtherFamilys(some, refused);
        Map<String, Family> byReference = new LinkedHashMap<>();
        good.forEach(taken ->
                byReference.put(taken.line().family().reference(), taken.line().family()));
        Saved savedFamilies = families.saveAll(byReference.values());
        Map<String, UUID> ids = idsOf(byReference.keySet().toArray(String[]::new));
        List<SupportRequest> toSave = new ArrayList<>();
        for (FamilyLine line : Rows.lines(good)) {
            UUID id = ids.get(line.family().reference());
            if (id == null) {
                throw new IllegalStateException(
                        "family was saved but is not there: " + line.family().id());
            }
            toSave.add(ofFamily(line.request(), new FamilyId(id)));
        }
        Saved savedRequests = requests.saveAll(toSave);
        return new Kept(savedRequests.added(), savedFamilies.changed() + savedRequests.changed(), refused);
    }

    /** A request stays with its family: a number typed wrongly must not carry it to another. */
    private List<Taken<FamilyLine>> withoutOtherFamilys(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        Map<String, String> owners = owners(
                some.stream().map(taken -> taken.line().request().reference()).toArray(String[]::new));
        List<Taken<FamilyLine>> good = new ArrayList<>();
        for (Taken<FamilyLine> taken : some) {
            String reference = taken.line().request().reference();
            String owner = owners.getOrDefault(reference, taken.line().family().reference());
            if (owner.equals(taken.line().family().reference())) {
                good.add(taken);
            } else {
                String column = taken.row().heading().nameOf(FamilyTable.REQUEST);
                refused.put(taken.row().number(), Problem.of(column, reference, "request-of-other-family", owner));
            }
        }
        return good;
    }

    private Map<String, String> owners(String[] references) {
        String sql = """
                select s.reference, f.reference as owner
                from support_request s join family f on f.organisation = s.organisation and f.id = s.family
                where s.reference = any(:references)
                """;
        Map<String, String> owners = new HashMap<>();
        jdbc.sql(sql).param("references", references).query(row -> {
            owners.put(row.getString("reference"), row.getString("owner"));
        });
        return owners;
    }

    private Map<String, UUID> idsOf(String[] references) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select reference, id from family where reference = any(:references)")
                .param("references", references)
                .query(row -> {
                    ids.put(row.getString("reference"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    /** A family that was added in another way keeps the id that it has. */
    private static SupportRequest ofFamily(SupportRequest request, FamilyId family) {
        return new SupportRequest(
                request.id(),
                request.organisation(),
                family,
                request.reference(),
                request.programme(),
                request.kind(),
                request.needs(),
                request.hoursPerWeek(),
                request.dayPartsPerWeek(),
                request.dayParts(),
                request.wishes(),
                request.urgency(),
                request.waitingSince(),
                request.heavy(),
                request.trainingNeeded());
    }
}
