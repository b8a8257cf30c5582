package nl.koppelwerk.data.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the column types that rows here have in common. */
final class Columns {
    private Columns() {}

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    static <E extends Enum<E>> Set<E> names(ResultSet row, String column, Class<E> type) throws SQLException {
        Set<E> found = EnumSet.noneOf(type);
        for (String name : texts(row, column)) {
            found.add(Enum.valueOf(type, name));
        }
        return found;
    }

    static Set<UUID> uuids(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Integer::valueOf).toList();
    }

    /** The names of enum values in a fixed order, so that the same set is the same array. */
    static <E extends Enum<E>> List<String> sorted(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        Object[] values = (Object[]) array.getArray();
        return Arrays.stream(values).map(Object::toString).toList();
    }
}
