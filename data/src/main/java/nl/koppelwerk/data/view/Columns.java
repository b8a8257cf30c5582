package nl.koppelwerk.data.view;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.programme.Need;

/** Reads the columns that are more than one figure or word. */
final class Columns {
    private Columns() {}

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Set<Need> needs(ResultSet row, String column) throws SQLException {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Arrays.stream(strings(row.getArray(column))).map(Need::valueOf).forEach(needs::add);
        return needs;
    }

    static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
