package nl.koppelwerk.data.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.RowResult;

/** How rows of one kind are read and kept. Lives as long as one file. */
interface Rows<T> {
    /** Reads a row, and holds it against the rows before it. */
    RowResult<T> read(Row row);

    /** Keeps rows, each good in itself; those that what is kept already speaks against come back. */
    Kept keep(List<Taken<T>> some);

    /** Keeps what had to wait for the last row. */
    default Kept finish() {
        return new Kept(0, 0, Map.of());
    }

    /** Whether rows of a file that was imported before are kept anew. */
    default boolean everyTime() {
        return false;
    }

    /** A row with what it says. */
    record Taken<T>(Row row, T line) {}

    /**
     * What became of rows.
     *
     * @param refused what is wrong with those that were not kept, by row number
     */
    record Kept(int added, int changed, Map<Integer, Problem> refused) {
        Kept plus(Kept other) {
            Map<Integer, Problem> all = new HashMap<>(refused);
            all.putAll(other.refused);
            return new Kept(added + other.added, changed + other.changed, all);
        }
    }

    /** The rows that nothing is wrong with; what is wrong with the others goes to {@code refused}. */
    static <T> List<Taken<T>> without(
            List<Taken<T>> some, Map<Integer, Problem> refused, Function<Taken<T>, Optional<Problem>> wrong) {
        List<Taken<T>> good = new ArrayList<>(some.size());
        for (Taken<T> taken : some) {
            Optional<Problem> problem = wrong.apply(taken);
            problem.ifPresent(found -> refused.put(taken.row().number(), found));
            if (problem.isEmpty()) {
                good.add(taken);
            }
        }
        return good;
    }

    static <T> List<T> lines(List<Taken<T>> some) {
        List<T> lines = new ArrayList<>(some.size());
        some.forEach(taken -> lines.add(taken.line()));
        return lines;
    }
}
