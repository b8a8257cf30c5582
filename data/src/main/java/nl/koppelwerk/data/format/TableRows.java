package nl.koppelwerk.data.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a table of lines of cells: the first that is not empty has the headings, the others are rows. */
final class TableRows {
    private final String file;
    private final List<TableSpec> accepted;
    private final TableVisitor visitor;
    private @Nullable Heading heading;
    private int count;

    TableRows(String file, List<TableSpec> accepted, TableVisitor visitor) {
        this.file = file;
        this.accepted = accepted;
        this.visitor = visitor;
    }

    /** How many columns we know when the headings are {@code cells}. */
    int recognised(List<String> cells) {
        return best(cells).map(Heading::recognised).orElse(0);
    }

    /** Whether these headings are those of a table that is looked for, with nothing missing. */
    boolean complete(List<String> cells) {
        return best(cells).filter(found -> found.missing().isEmpty()).isPresent();
    }

    void add(int number, List<String> cells) throws WrongFileException {
        if (isEmpty(cells)) {
            return;
        }
        if (heading == null) {
            heading = heading(trimmed(cells));
            visitor.heading(heading);
            if (heading.table().headed()) {
                return;
            }
        }
        count++;
        visitor.row(new Row(heading, number, trimmed(cells)));
    }

    void end() throws WrongFileException {
        if (heading == null) {
            throw new WrongFileException("empty", file);
        }
        if (count == 0) {
            throw new WrongFileException("headings-only", file);
        }
    }

    static boolean isEmpty(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private Optional<Heading> best(List<String> cells) {
        return accepted.stream()
                .flatMap(table -> table.match(cells).stream())
                .max(Comparator.<Heading>comparingInt(found -> found.missing().isEmpty() ? 1 : 0)
                        .thenComparingInt(Heading::recognised));
    }

    private Heading heading(List<String> cells) throws WrongFileException {
        if (cells.size() > FileLimits.MAXIMUM_COLUMNS) {
            throw new WrongFileException("too-many-columns", file, Integer.toString(cells.size()));
        }
        Heading found = best(cells).filter(each -> each.recognised() > 1).orElseThrow(() -> otherTable(cells));
        if (!found.missing().isEmpty()) {
            throw new WrongFileException("missing-columns", file, found.table().name(), names(found.missing()));
        }
        Optional<String> duplicate = found.duplicate();
        if (duplicate.isPresent()) {
            throw new WrongFileException("duplicate-column", file, duplicate.get());
        }
        for (String name : found.unused()) {
            if (Column.plain(name).matches("bsn|burgerservicenummer|sofinummer")) {
                throw new WrongFileException("citizen-number", file, name);
            }
        }
        return found;
    }

    private WrongFileException otherTable(List<String> cells) {
        String seen = cells.stream()
                .filter(cell -> !cell.isBlank())
                .limit(4)
                .map(TableRows::shortened)
                .collect(Collectors.joining(", "));
        String wanted = accepted.stream().map(TableSpec::name).distinct().collect(Collectors.joining(", "));
        return new WrongFileException("other-table", file, seen, wanted);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 29) + "…";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::dutch).collect(Collectors.joining(", "));
    }

    private static List<String> trimmed(List<String> cells) {
        return cells.stream().map(Formulas::undone).toList();
    }
}
