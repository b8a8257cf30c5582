package nl.koppelwerk.data.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.format.Column;
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
    private final Borders borders;
    private final RowMemory seenFamilies = new RowMemory();
    private final RowMemory seenRequests = new RowMemory();

    FamilyRows(Reading reading, JdbcClient jdbc) {
        this.reading = reading;
        this.jdbc = jdbc;
        this.families = new Families(jdbc);
        this.requests = new SupportRequests(jdbc);
        this.borders = Borders.read(jdbc);
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
            OptionalInt earlier = line.request()
                    .map(request -> seenRequests.earlier(request.id().value(), row.number()))
                    .orElse(OptionalInt.empty());
            if (earlier.isPresent()) {
                return bad(row, FamilyTable.REQUEST, "request-twice", earlier.getAsInt());
            }
        }
        return result;
    }

    private static RowResult<FamilyLine> bad(Row row, Column column, String key, int otherRow) {
        String value = row.cell(column);
        Problem problem = Problem.of(row.heading().nameOf(column), value, key, Integer.toString(otherRow));
        return new RowResult.Bad<>(List.of(problem));
    }

    @Override
    public Kept keep(List<Taken<FamilyLine>> some) {
        Map<Integer, Problem> refused = new HashMap<>();
        Map<String, FamilyId> before = families.ids(references(some));
        List<Taken<FamilyLine>> good = withoutOtherFamilys(withoutGone(withinBorders(some, refused), refused), refused);
        Map<String, Family> byReference = new LinkedHashMap<>();
        good.forEach(taken ->
                byReference.put(taken.line().family().reference(), taken.line().family()));
        Saved savedFamilies = families.saveAll(byReference.values());
        Map<String, FamilyId> ids = families.ids(byReference.keySet());
        List<SupportRequest> toSave = new ArrayList<>();
        int alone = 0;
        for (FamilyLine line : Rows.lines(good)) {
            String reference = line.family().reference();
            FamilyId id = Objects.requireNonNull(ids.get(reference), reference);
            line.request().ifPresent(request -> toSave.add(ofFamily(request, id)));
            alone += line.request().isEmpty() && !before.containsKey(reference) ? 1 : 0;
        }
        Saved savedRequests = requests.saveAll(toSave);
        return new Kept(savedRequests.added() + alone, savedFamilies.changed() + savedRequests.changed(), refused);
    }

    private static List<String> references(List<Taken<FamilyLine>> some) {
        return some.stream().map(taken -> taken.line().family().reference()).toList();
    }

    /** Of a colleague's part of the organisation neither new rows nor changed ones. */
    private List<Taken<FamilyLine>> withinBorders(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        Set<String> otherFamilies = borders.beyond(jdbc, Borders.Table.FAMILY, references(some));
        Set<String> otherRequests = borders.beyond(
                jdbc,
                Borders.Table.REQUEST,
                some.stream()
                        .flatMap(taken -> taken.line().request().stream())
                        .map(SupportRequest::reference)
                        .toList());
        return Rows.without(some, refused, taken -> outside(taken, otherFamilies, otherRequests));
    }

    private Optional<Problem> outside(Taken<FamilyLine> taken, Set<String> otherFamilies, Set<String> otherRequests) {
        Family family = taken.line().family();
        Optional<SupportRequest> request = taken.line().request();
        if (otherFamilies.contains(family.reference())) {
            return Optional.of(said(taken, FamilyTable.REFERENCE, "of-colleagues"));
        }
        if (!borders.hold(family.postcode())) {
            return Optional.of(said(taken, FamilyTable.POSTCODE, "outside-area"));
        }
        if (request.map(SupportRequest::reference)
                .filter(otherRequests::contains)
                .isPresent()) {
            return Optional.of(said(taken, FamilyTable.REQUEST, "of-colleagues"));
        }
        return request.map(SupportRequest::programme)
                .filter(programme -> !borders.hold(programme))
                .map(programme -> said(taken, FamilyTable.PROGRAMME, "outside-programmes"));
    }

    private static Problem said(Taken<FamilyLine> taken, Column column, String key) {
        return Problem.of(taken.row().heading().nameOf(column), taken.row().cell(column), key);
    }

    private List<Taken<FamilyLine>> withoutGone(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        return withoutErased(withoutMerged(some, refused), refused);
    }

    /** A file of before must not bring somebody back who was erased. */
    private List<Taken<FamilyLine>> withoutErased(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        Set<UUID> erased = families.erased(
                Rows.lines(some).stream().map(FamilyLine::family).toList());
        return Rows.without(
                some,
                refused,
                taken -> Optional.of(said(taken, FamilyTable.REFERENCE, "erased"))
                        .filter(_ -> erased.contains(taken.line().family().id().value())));
    }

    /** What was merged into another family is changed there, under that number. */
    private List<Taken<FamilyLine>> withoutMerged(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        Map<String, String> merged = families.merged(references(some));
        return Rows.without(
                some,
                refused,
                taken -> Optional.ofNullable(merged.get(taken.line().family().reference()))
                        .map(into -> Problem.of(
                                taken.row().heading().nameOf(FamilyTable.REFERENCE),
                                taken.line().family().reference(),
                                "family-merged",
                                into)));
    }

    /** A request stays with its family: a number typed wrongly must not carry it to another. */
    private List<Taken<FamilyLine>> withoutOtherFamilys(List<Taken<FamilyLine>> some, Map<Integer, Problem> refused) {
        Map<String, String> owners = owners(some.stream()
                .flatMap(taken -> taken.line().request().stream())
                .map(SupportRequest::reference)
                .toArray(String[]::new));
        return Rows.without(
                some,
                refused,
                taken -> taken.line()
                        .request()
                        .map(SupportRequest::reference)
                        .filter(reference -> !taken.line()
                                .family()
                                .reference()
                                .equals(owners.getOrDefault(
                                        reference, taken.line().family().reference())))
                        .map(reference -> Problem.of(
                                taken.row().heading().nameOf(FamilyTable.REQUEST),
                                reference,
                                "request-of-other-family",
                                owners.getOrDefault(reference, ""))));
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
