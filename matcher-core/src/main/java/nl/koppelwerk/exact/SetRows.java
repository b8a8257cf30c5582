package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows on sets that were added so far, and in which of them each pair is. */
final class SetRows {

    private static final int[] NONE = {};

    private final List<SetRow> rows = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();
    private final int[][] rowsOf;
    private final int[][] neededOf;
    private final int[][] weightOf;

    SetRows(int pairs) {
        this.rowsOf = new int[pairs][];
        this.neededOf = new int[pairs][];
        this.weightOf = new int[pairs][];
        Arrays.fill(rowsOf, NONE);
        Arrays.fill(neededOf, NONE);
        Arrays.fill(weightOf, NONE);
    }

    /** False when the row is there already. */
    boolean add(SetRow row) {
        if (!known.add(List.of(
                list(row.pairs()), list(row.weight()), list(row.needed()), row.limit(), list(row.forgivenBy())))) {
            return false;
        }
        for (int i = 0; i < row.pairs().length; i++) {
            int pair = row.pairs()[i];
            rowsOf[pair] = with(rowsOf[pair], rows.size());
            neededOf[pair] = with(neededOf[pair], row.needed()[i]);
            weightOf[pair] = with(weightOf[pair], row.weight()[i]);
        }
        rows.add(row);
        return true;
    }

    private static List<Integer> list(int[] array) {
        return Arrays.stream(array).boxed().toList();
    }

    private static int[] with(int[] array, int added) {
        int[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = added;
        return longer;
    }

    /** Told of a row and how often a set counts in it. */
    interface Counted {
        void in(int row, int times);
    }

    /** Tells in which rows the set counts. */
    void forEach(int[] set, Counted counted) {
        Arrays.stream(set)
                .flatMap(pair -> Arrays.stream(rowsOf[pair]))
                .distinct()
                .forEach(row -> {
                    int times = rows.get(row).counts(set);
                    if (times > 0) {
                        counted.in(row, times);
                    }
                });
    }

    int size() {
        return rows.size();
    }

    SetRow row(int row) {
        return rows.get(row);
    }

    int[] rowsOf(int pair) {
        return rowsOf[pair];
    }

    int[] weightOf(int pair) {
        return weightOf[pair];
    }

    int[] neededOf(int pair) {
        return neededOf[pair];
    }
}
