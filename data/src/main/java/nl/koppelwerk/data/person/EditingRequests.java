package nl.koppelwerk.data.person;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.imports.Readings;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.imports.row.FamilyLine;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adding, changing, closing and opening again the requests of a family. */
public final class EditingRequests {
    private final JdbcClient jdbc;
    private final Readings readings;
    private final History history;
    private final Audit audit;

    public EditingRequests(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.history = history;
        this.audit = audit;
    }

    public Kept<SupportRequest> add(FamilyId familyId, Map<Column, String> cells, By by) {
        Optional<Family> family = hold(familyId);
        if (family.isEmpty()) {
            return new Kept.Gone<>();
        }
        return switch (read(cells, family.get(), by)) {
            case RowResult.Bad<SupportRequest>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<SupportRequest>(SupportRequest request)
            when taken(request.reference()) ->
                new Kept.Wrong<>(
                        List.of(Problem.of(FamilyTable.REQUEST.dutch(), request.reference(), "reference-taken")));
            case RowResult.Good<SupportRequest>(SupportRequest request) -> keep(request, Action.ADDED, by);
        };
    }

    /**
     * Changes a request.
     *
     * @param seen number of the last change that whoever filled in the form has seen
     */
    public Kept<SupportRequest> change(SupportRequestId id, Map<Column, String> cells, long seen, By by) {
        Optional<SupportRequest> kept = new SupportRequests(jdbc).find(id);
        Optional<Family> family = kept.flatMap(request -> hold(request.family()));
        if (kept.isEmpty() || family.isEmpty()) {
            return new Kept.Gone<>();
        }
        cells.put(FamilyTable.REQUEST, kept.get().reference());
        return switch (read(cells, family.get(), by)) {
            case RowResult.Bad<SupportRequest>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<SupportRequest>(SupportRequest request) -> {
                List<Change> since = history.since(Subject.of(id), seen);
                yield since.isEmpty()
                        ? keep(request, Action.CHANGED, by)
                        : new Kept.Outdated<>(request, kept.get(), since);
            }
        };
    }

    /** Closes a request; a proposal for it that nobody has decided on goes. */
    public StatusChange close(SupportRequestId id, StatusReason reason, long seen, By by) {
        return status(id, reason, seen, by, Optional.of(history.today()));
    }

    public StatusChange reopen(SupportRequestId id, StatusReason reason, long seen, By by) {
        return status(id, reason, seen, by, Optional.empty());
    }

    private StatusChange status(
            SupportRequestId id, StatusReason reason, long seen, By by, Optional<LocalDate> closedOn) {
        Optional<Family> family = new SupportRequests(jdbc).find(id).flatMap(request -> hold(request.family()));
        if (family.isEmpty()) {
            return StatusChange.GONE;
        }
        if (history.last(Subject.of(id)) > seen) {
            return StatusChange.OUTDATED;
        }
        OpenProposals proposals = new OpenProposals(jdbc);
        if (closedOn.isPresent() && proposals.pairingUnderWay(id.value())) {
            return StatusChange.PAIRING_UNDER_WAY;
        }
        write(id.value(), reason, by, closedOn);
        if (closedOn.isPresent()) {
            proposals.withdraw(id.value(), "REQUEST_CLOSED", Optional.of(by.account()), history.moment());
        }
        return StatusChange.DONE;
    }

    private void write(UUID id, StatusReason reason, By by, Optional<LocalDate> closedOn) {
        String sql = """
                update support_request set closed_on = :closedOn, status_reason = :reason, version = version + 1
                where id = :id
                """;
        history.sign(Optional.of(by.account()), Way.PAGE);
        jdbc.sql(sql)
                .param("closedOn", closedOn.orElse(null), Types.DATE)
                .param("reason", reason.name())
                .param("id", id)
                .update();
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        Action.CHANGED,
                        AuditEntry.Subject.REQUEST,
                        id.toString(),
                        Map.of("what", closedOn.isPresent() ? "closed" : "opened", "reason", reason.name())));
    }

    private RowResult<SupportRequest> read(Map<Column, String> cells, Family family, By by) {
        Reading reading = readings.of(by.organisation());
        RowResult<SupportRequest> read = FamilyLine.readRequest(Row.of(FamilyTable.SPEC, cells), reading, family);
        return read instanceof RowResult.Good<SupportRequest>(SupportRequest request)
                        && !readings.withinBorders(request.programme())
                ? new RowResult.Bad<>(List.of(Problem.of(
                        FamilyTable.PROGRAMME.dutch(),
                        cells.getOrDefault(FamilyTable.PROGRAMME, ""),
                        "outside-programmes")))
                : read;
    }

    private Kept<SupportRequest> keep(SupportRequest request, Action action, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        SupportRequests requests = new SupportRequests(jdbc);
        requests.saveAll(List.of(request));
        SupportRequestId id = requests.find(request.reference()).orElseThrow().id();
        audit.add(by.organisation(), AuditEntry.of(by.account(), action, AuditEntry.Subject.REQUEST, id.value()));
        return new Kept.Done<>(id.value());
    }

    private Optional<Family> hold(FamilyId id) {
        jdbc.sql("select 1 from family where id = :id and merged_into is null for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return new Families(jdbc).find(id);
    }

    private boolean taken(String reference) {
        return new SupportRequests(jdbc).find(reference).isPresent();
    }

    /** Today, as a form says it. */
    public String today() {
        return Dates.write(history.today());
    }

    /** A number for a next request of the family that is free. */
    public String nextReference(Family family) {
        int number = 1;
        while (taken(family.reference() + "-" + number)) {
            number++;
        }
        return family.reference() + "-" + number;
    }
}
