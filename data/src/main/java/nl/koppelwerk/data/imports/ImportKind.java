package nl.koppelwerk.data.imports;

import java.util.List;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.PostcodeTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;

/** What a file can be about, in the order in which several files are imported: people need the places they live in. */
public enum ImportKind {
    POSTCODES(PostcodeTable.HEADED, PostcodeTable.GEONAMES),
    VOLUNTEERS(VolunteerTable.SPEC),
    FAMILIES(FamilyTable.SPEC);

    private final List<TableSpec> tables;

    ImportKind(TableSpec... tables) {
        this.tables = List.of(tables);
    }

    static List<TableSpec> allTables() {
        return List.of(values()).stream().flatMap(kind -> kind.tables.stream()).toList();
    }

    static ImportKind of(TableSpec table) {
        for (ImportKind kind : values()) {
            if (kind.tables.contains(table)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of import reads " + table.name());
    }
}
