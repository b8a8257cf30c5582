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
    private final Set<List<Integer>> known = new HashSet<>();
    private final int[][] rowsOf;
    private final int[][] neededOf;

    SetRows(int pairs) {
        this.rowsOf = new int[pairs][];
        this.neededOf = new int[pairs][];
        Arrays.fill(rowsOf, NONE);
        Arrays.fill(neededOf, NONE);
    }

    /** False when the row is there already. */
    boolean add(SetRow row) {
        if (!known.add(Arrays.stream(row.pairs()).boxed().toList())) {
            return false;
        }
        for (int i = 0; i < row.pairs().length; i++) {
            int pair = row.pairs()[i];
            rowsOf[pair] = with(rowsOf[pair], rows.size());
            neededOf[pair] = with(neededOf[pair], row.needed()[i]);
        }
        rows.add(row);
        return true;
    }

    private static int[] with(int[] array, int added) {
        int[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = added;
        return longer;
    }

    /** The rows in which the set counts. */
    List<Integer> countedIn(int[] set) {
        List<Integer> counted = new ArrayList<>();
        int[] held = new int[rows.size()];
        for (int pair : set) {
            for (int i = 0; i < rowsOf[pair].length; i++) {
                if (++held[rowsOf[pair][i]] == neededOf[pair][i]) {
                    counted.add(rowsOf[pair][i]);
                }
            }
        }
        return counted;
    }

    int size() {
        return rows.size();
    }

    int limit(int row) {
        return rows.get(row).limit();
    }

    int[] rowsOf(int pair) {
        return rowsOf[pair];
    }

    int[] neededOf(int pair) {
        return neededOf[pair];
    }
}
