package nl.koppelwerk.data.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;

/** The columns of an exported list: all that can be imported, and some to read only. */
final class ListColumns {
    static final Column CLOSED = Column.optional("gesloten_op", "closed_on");
    static final Column STATE = Column.optional("stand", "state");
    static final List<Column> FAMILIES = with(FamilyTable.SPEC.columns(), CLOSED);
    static final List<Column> VOLUNTEERS = with(VolunteerTable.SPEC.columns(), STATE);

    /** Columns of numbers and dates; all others are texts, whatever they look like. */
    private static final Set<Column> TYPED = Set.of(
            FamilyTable.HOURS,
            FamilyTable.DAY_PARTS_PER_WEEK,
            FamilyTable.DISTANCE,
            FamilyTable.WAITING_SINCE,
            CLOSED,
            VolunteerTable.CONFIRMED,
            VolunteerTable.FAMILIES,
            VolunteerTable.TRAVEL,
            VolunteerTable.AGE_MIN,
            VolunteerTable.AGE_MAX,
            VolunteerTable.CHILDREN,
            VolunteerTable.SCREENED,
            VolunteerTable.EXPERIENCE);

    private ListColumns() {}

    static boolean typed(Column column) {
        return TYPED.contains(column);
    }

    private static List<Column> with(List<Column> columns, Column last) {
        return Stream.concat(columns.stream(), Stream.of(last)).toList();
    }
}
