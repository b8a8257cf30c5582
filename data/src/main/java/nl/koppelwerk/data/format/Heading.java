package nl.koppelwerk.data.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a file turned out to have.
 *
 * @param names as the file has them
 * @param columns which column each is; empty for a column that is not used
 */
public record Heading(TableSpec table, List<String> names, List<Optional<Column>> columns) {
    public Heading {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** Position of a column, -1 when the file does not have it. */
    public int indexOf(Column column) {
        return columns.indexOf(Optional.of(column));
    }

    /** What the file calls the column; its Dutch name when the file does not have it. */
    public String nameOf(Column column) {
        int index = indexOf(column);
        return index < 0 ? column.dutch() : names.get(index);
    }

    List<Column> missing() {
        return table.columns().stream()
                .filter(column -> column.required() && indexOf(column) < 0)
                .toList();
    }

    int recognised() {
        return (int) columns.stream().flatMap(Optional::stream).distinct().count();
    }

    /** The first name that stands for a column that another name stood for already. */
    Optional<String> duplicate() {
        Set<Column> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.get(i).isPresent() && !seen.add(columns.get(i).get())) {
                return Optional.of(names.get(i));
            }
        }
        return Optional.empty();
    }

    /** Names of columns that nothing is read from. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.get(i).isEmpty() && !names.get(i).isBlank()) {
                unused.add(names.get(i));
            }
        }
        return unused;
    }
}
