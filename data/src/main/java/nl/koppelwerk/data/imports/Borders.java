package nl.koppelwerk.data.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far whoever imports may go: rows outside are refused by name, where the database would refuse the whole file.
 *
 * @param programmes empty: not limited
 * @param postcodes empty: not limited
 */
record Borders(Optional<Set<ProgrammeId>> programmes, Optional<Set<Postcode>> postcodes) {
    /** Of this transaction. */
    static Borders read(JdbcClient jdbc) {
        return jdbc.sql("select own_programmes() as programmes, own_postcodes()::integer[] as postcodes")
                .query((row, number) -> new Borders(programmes(row), postcodes(row)))
                .single();
    }

    private static Optional<Set<ProgrammeId>> programmes(ResultSet row) throws SQLException {
        @Nullable Array array = row.getArray("programmes");
        if (array == null) {
            return Optional.empty();
        }
        Set<ProgrammeId> programmes = new HashSet<>();
        for (UUID id : (UUID[]) array.getArray()) {
            programmes.add(new ProgrammeId(id));
        }
        return Optional.of(programmes);
    }

    private static Optional<Set<Postcode>> postcodes(ResultSet row) throws SQLException {
        @Nullable Array array = row.getArray("postcodes");
        if (array == null) {
            return Optional.empty();
        }
        Set<Postcode> postcodes = new HashSet<>();
        for (Integer digits : (Integer[]) array.getArray()) {
            postcodes.add(new Postcode(digits));
        }
        return Optional.of(postcodes);
    }

    boolean hold(Postcode postcode) {
        return postcodes.map(own -> own.contains(postcode)).orElse(true);
    }

    boolean hold(ProgrammeId programme) {
        return programmes.map(own -> own.contains(programme)).orElse(true);
    }

    boolean holdOneOf(Collection<ProgrammeId> some) {
        return some.stream().anyMatch(this::hold);
    }

    /** Of these references those that a colleague's part of the organisation has already. */
    Set<String> beyond(JdbcClient jdbc, Table table, Collection<String> references) {
        if (programmes.isEmpty() && postcodes.isEmpty()) {
            return Set.of();
        }
        Set<String> all = WholeOrganisation.seen(jdbc, () -> known(jdbc, table, references));
        all.removeAll(known(jdbc, table, references));
        return all;
    }

    private static Set<String> known(JdbcClient jdbc, Table table, Collection<String> references) {
        return new HashSet<>(jdbc.sql(table.sql)
                .param("references", references.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What a reference is of. */
    enum Table {
        FAMILY("select reference from family where reference = any(:references)"),
        REQUEST("select reference from support_request where reference = any(:references)"),
        VOLUNTEER("select reference from volunteer where reference = any(:references)");

        private final String sql;

        Table(String sql) {
            this.sql = sql;
        }
    }
}
