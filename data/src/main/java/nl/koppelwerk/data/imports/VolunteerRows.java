package nl.koppelwerk.data.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.imports.row.VolunteerLine;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.store.Saved;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.volunteer.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Volunteers. */
final class VolunteerRows implements Rows<Volunteer> {
    private final Reading reading;
    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final Borders borders;
    private final RowMemory seen = new RowMemory();

    VolunteerRows(Reading reading, JdbcClient jdbc) {
        this.reading = reading;
        this.jdbc = jdbc;
        this.volunteers = new Volunteers(jdbc);
        this.borders = Borders.read(jdbc);
    }

    @Override
    public RowResult<Volunteer> read(Row row) {
        RowResult<Volunteer> result = VolunteerLine.read(row, reading);
        if (result instanceof RowResult.Good<Volunteer>(Volunteer volunteer)) {
            OptionalInt earlier = seen.earlier(volunteer.id().value(), row.number());
            if (earlier.isPresent()) {
                String column = row.heading().nameOf(VolunteerTable.REFERENCE);
                return new RowResult.Bad<>(List.of(Problem.of(
                        column,
                        row.cell(VolunteerTable.REFERENCE),
                        "volunteer-twice",
                        Integer.toString(earlier.getAsInt()))));
            }
        }
        return result;
    }

    /** Of volunteers of colleagues neither new rows nor changed ones; they work across municipal borders. */
    private List<Taken<Volunteer>> withinBorders(List<Taken<Volunteer>> some, Map<Integer, Problem> refused) {
        Set<String> others = borders.beyond(
                jdbc,
                Borders.Table.VOLUNTEER,
                some.stream().map(taken -> taken.line().reference()).toList());
        return Rows.without(some, refused, taken -> {
            if (others.contains(taken.line().reference())) {
                return Optional.of(said(taken, VolunteerTable.REFERENCE, "of-colleagues"));
            }
            return borders.holdOneOf(taken.line().programmes())
                    ? Optional.empty()
                    : Optional.of(said(taken, VolunteerTable.PROGRAMMES, "outside-programmes"));
        });
    }

    private static Problem said(Taken<Volunteer> taken, Column column, String key) {
        return Problem.of(taken.row().heading().nameOf(column), taken.row().cell(column), key);
    }

    /** A file of before must not bring somebody back who was erased. */
    private List<Taken<Volunteer>> withoutErased(List<Taken<Volunteer>> some, Map<Integer, Problem> refused) {
        Set<UUID> erased = volunteers.erased(Rows.lines(some));
        return Rows.without(
                some,
                refused,
                taken -> Optional.of(said(taken, VolunteerTable.REFERENCE, "erased"))
                        .filter(_ -> erased.contains(taken.line().id().value())));
    }

    @Override
    public Kept keep(List<Taken<Volunteer>> all) {
        Map<Integer, Problem> refused = new HashMap<>();
        List<Taken<Volunteer>> some = withinBorders(all, refused);
        Map<String, String> merged = volunteers.merged(
                some.stream().map(taken -> taken.line().reference()).toList());
        List<Taken<Volunteer>> good = Rows.without(
                some,
                refused,
                taken -> Optional.ofNullable(merged.get(taken.line().reference()))
                        .map(into -> Problem.of(
                                taken.row().heading().nameOf(VolunteerTable.REFERENCE),
                                taken.line().reference(),
                                "volunteer-merged",
                                into)));
        good = withoutErased(good, refused);
        Saved saved = volunteers.saveAll(Rows.lines(good));
        return new Kept(saved.added(), saved.changed(), refused);
    }
}
