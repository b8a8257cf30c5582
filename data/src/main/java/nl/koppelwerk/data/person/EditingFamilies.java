package nl.koppelwerk.data.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nl.koppelwerk.data.imports.row.FamilyLine;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adding and changing families; what a form says is read as a row of a file is. */
public final class EditingFamilies {
    private final JdbcClient jdbc;
    private final Readings readings;
    private final History history;
    private final Audit audit;

    public EditingFamilies(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Adds a family.
     *
     * @param different somebody has looked at the families that look alike, and says that this is another one
     */
    public Kept<Family> add(Map<Column, String> cells, boolean different, By by) {
        return switch (FamilyLine.readFamily(Row.of(FamilyTable.SPEC, cells), readings.of(by.organisation()))) {
            case RowResult.Bad<Family>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<Family>(Family family)
            when taken(family.reference()) ->
                new Kept.Wrong<>(
                        List.of(Problem.of(FamilyTable.REFERENCE.dutch(), family.reference(), "reference-taken")));
            case RowResult.Good<Family>(Family family) -> add(family, different, by);
        };
    }

    private Kept<Family> add(Family family, boolean different, By by) {
        List<Likeness> alike = different ? List.of() : new Duplicates(jdbc).of(family);
        return alike.isEmpty() ? keep(family, Action.ADDED, by) : new Kept.Alike<>(alike);
    }

    /**
     * Changes a family.
     *
     * @param seen number of the last change that whoever filled in the form has seen
     */
    public Kept<Family> change(FamilyId id, Map<Column, String> cells, long seen, By by) {
        Optional<Family> kept = hold(id);
        if (kept.isEmpty()) {
            return new Kept.Gone<>();
        }
        cells.put(FamilyTable.REFERENCE, kept.get().reference());
        return switch (FamilyLine.readFamily(Row.of(FamilyTable.SPEC, cells), readings.of(by.organisation()))) {
            case RowResult.Bad<Family>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<Family>(Family family) -> {
                List<Change> since = history.since(Subject.of(id), seen);
                yield since.isEmpty()
                        ? keep(family, Action.CHANGED, by)
                        : new Kept.Outdated<>(family, kept.get(), since);
            }
        };
    }

    private Kept<Family> keep(Family family, Action action, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        Families families = new Families(jdbc);
        families.saveAll(List.of(family));
        FamilyId id = families.find(family.reference()).orElseThrow().id();
        forgetAddress(family, id);
        audit.add(by.organisation(), AuditEntry.of(by.account(), action, AuditEntry.Subject.FAMILY, id.value()));
        return new Kept.Done<>(id.value());
    }

    /** A file that says no address leaves the one there is; an empty field of the form takes it away. */
    private void forgetAddress(Family family, FamilyId id) {
        if (family.email().isEmpty()) {
            jdbc.sql("update family set email = null, version = version + 1 where id = :id and email is not null")
                    .param("id", id.value())
                    .update();
        }
    }

    private Optional<Family> hold(FamilyId id) {
        jdbc.sql("select 1 from family where id = :id and merged_into is null for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return new Families(jdbc).find(id);
    }

    private boolean taken(String reference) {
        return jdbc.sql("select exists (select from family where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    /** A number that is free: the one after the highest. */
    public String nextReference() {
        return References.after(
                jdbc.sql("select reference from family order by length(reference) desc, reference desc limit 1")
                        .query(String.class)
                        .optional()
                        .orElse("G-00000"));
    }
}
