package nl.koppelwerk.data.cipher;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;

/** For tests that write into a column that is kept encrypted, past the stores. */
public final class Said {
    private Said() {}

    /** Puts a text into a cell of each row that a condition holds for. */
    public static void put(
            TestDatabase database,
            OrganisationId organisation,
            Cell cell,
            String text,
            String where,
            Map<String, ?> with) {
        database.scope().inside(organisation, () -> {
            List<UUID> rows = database.jdbc()
                    .sql("select " + cell.row() + " from " + cell.table() + " where " + where)
                    .params(with)
                    .query((found, number) -> found.getObject(1, UUID.class))
                    .list();
            for (UUID row : rows) {
                database.jdbc()
                        .sql("update " + cell.table() + " set " + cell.column() + " = :text where " + cell.row()
                                + " = :row")
                        .param("text", Clear.of(cell, row, text))
                        .param("row", row)
                        .update();
            }
        });
    }
}
