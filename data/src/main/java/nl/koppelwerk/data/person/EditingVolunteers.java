package nl.koppelwerk.data.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.imports.row.VolunteerLine;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adding and changing volunteers; what a form says is read as a row of a file is. */
public final class EditingVolunteers {
    private final JdbcClient jdbc;
    private final Readings readings;
    private final History history;
    private final Audit audit;

    public EditingVolunteers(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Adds a volunteer.
     *
     * @param different somebody has looked at the volunteers that look alike, and says that this is another one
     */
    public Kept<Volunteer> add(Map<Column, String> cells, boolean different, By by) {
        return switch (read(cells, Set.of(), by)) {
            case RowResult.Bad<Volunteer>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<Volunteer>(Volunteer volunteer)
            when new Volunteers(jdbc).find(volunteer.reference()).isPresent() ->
                new Kept.Wrong<>(List.of(
                        Problem.of(VolunteerTable.REFERENCE.dutch(), volunteer.reference(), "reference-taken")));
            case RowResult.Good<Volunteer>(Volunteer volunteer) -> {
                List<Likeness> alike = different ? List.of() : new Duplicates(jdbc).of(volunteer);
                yield alike.isEmpty() ? keep(volunteer, Action.ADDED, by) : new Kept.Alike<>(alike);
            }
        };
    }

    /**
     * Changes a volunteer; whether the volunteer is active stays as it is.
     *
     * @param seen number of the last change that whoever filled in the form has seen
     */
    public Kept<Volunteer> change(VolunteerId id, Map<Column, String> cells, long seen, By by) {
        jdbc.sql("select 1 from volunteer where id = :id and merged_into is null for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        Optional<Volunteer> kept = new Volunteers(jdbc).find(id);
        if (kept.isEmpty()) {
            return new Kept.Gone<>();
        }
        cells.put(VolunteerTable.REFERENCE, kept.get().reference());
        cells.put(VolunteerTable.ACTIVE, kept.get().active() ? "ja" : "nee");
        return switch (read(cells, kept.get().programmes(), by)) {
            case RowResult.Bad<Volunteer>(List<Problem> problems) -> new Kept.Wrong<>(problems);
            case RowResult.Good<Volunteer>(Volunteer volunteer) -> {
                List<Change> since = history.since(Subject.of(id), seen);
                yield since.isEmpty()
                        ? keep(volunteer, Action.CHANGED, by)
                        : new Kept.Outdated<>(volunteer, kept.get(), since);
            }
        };
    }

    private RowResult<Volunteer> read(Map<Column, String> cells, Set<ProgrammeId> before, By by) {
        RowResult<Volunteer> read =
                VolunteerLine.read(Row.of(VolunteerTable.SPEC, cells), readings.of(by.organisation()));
        return read instanceof RowResult.Good<Volunteer>(Volunteer volunteer)
                        && !readings.withinBorders(before, volunteer.programmes())
                ? new RowResult.Bad<>(List.of(Problem.of(
                        VolunteerTable.PROGRAMMES.dutch(),
                        cells.getOrDefault(VolunteerTable.PROGRAMMES, ""),
                        "outside-programmes")))
                : read;
    }

    private Kept<Volunteer> keep(Volunteer volunteer, Action action, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        Volunteers volunteers = new Volunteers(jdbc);
        volunteers.saveAll(List.of(volunteer));
        VolunteerId id = volunteers.find(volunteer.reference()).orElseThrow().id();
        forgetAddress(volunteer, id);
        audit.add(by.organisation(), AuditEntry.of(by.account(), action, AuditEntry.Subject.VOLUNTEER, id.value()));
        return new Kept.Done<>(id.value());
    }

    /** A file that says no address leaves the one there is; an empty field of the form takes it away. */
    private void forgetAddress(Volunteer volunteer, VolunteerId id) {
        if (volunteer.email().isEmpty()) {
            jdbc.sql("update volunteer set email = null, version = version + 1 where id = :id and email is not null")
                    .param("id", id.value())
                    .update();
        }
    }

    /** A number that is free: the one after the highest. */
    public String nextReference() {
        return References.after(
                jdbc.sql("select reference from volunteer order by length(reference) desc, reference desc limit 1")
                        .query(String.class)
                        .optional()
                        .orElse("V-00000"));
    }
}
