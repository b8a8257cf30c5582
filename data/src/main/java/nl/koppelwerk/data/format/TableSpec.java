package nl.koppelwerk.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table is recognised by.
 *
 * @param name what the table is called in messages, Dutch
 * @param columns columns that it may have; in a file without headings: those it has, in order
 * @param headed false for a file that starts with its first row
 */
public record TableSpec(String name, List<Column> columns, boolean headed) {
    public TableSpec {
        columns = List.copyOf(columns);
    }

    /** The heading when {@code cells} are this table's first row; for a headed table also when columns are missing. */
    Optional<Heading> match(List<String> cells) {
        if (headed) {
            return Optional.of(byName(cells));
        }
        boolean fits = cells.size() == columns.size() && cells.getFirst().matches("[A-Z]{2}");
        return fits
                ? Optional.of(new Heading(
                        this, names(), columns.stream().map(Optional::of).toList()))
                : Optional.empty();
    }

    private List<String> names() {
        return columns.stream().map(Column::dutch).toList();
    }

    private Heading byName(List<String> cells) {
        List<Optional<Column>> found = new ArrayList<>();
        for (String cell : cells) {
            found.add(columns.stream().filter(column -> column.isCalled(cell)).findFirst());
        }
        return new Heading(this, cells, found);
    }
}
