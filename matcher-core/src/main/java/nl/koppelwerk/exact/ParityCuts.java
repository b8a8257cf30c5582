package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/**
 * Finds odd numbers of requests, volunteers and rows of families, all of them taken whole by the last solution, of which every
 * set in doubt meets an even number: half of an odd number of rows is never reached, so the solution breaks their
 * {@link SetRow#half}.
 */
final class ParityCuts {

    private static final double IN_DOUBT = 1e-5;
    private static final int MOST_ROWS = 400;

    private final Problem problem;
    private final FamilyCuts families;

    ParityCuts(Problem problem, FamilyCuts families) {
        this.problem = problem;
        this.families = families;
    }

    /** Rows are requests, volunteers after them, and then rows of families. */
    int add(Master master) {
        List<FamilyCuts.Row> tight = families.tight(master);
        Map<Integer, List<Integer>> tightOf = new HashMap<>();
        for (int i = 0; i < tight.size(); i++) {
            for (int pair : tight.get(i).pairs()) {
                tightOf.computeIfAbsent(pair, _ -> new ArrayList<>()).add(firstTight() + i);
            }
        }
        Map<Integer, Double> sum = new HashMap<>();
        List<int[]> sets = new ArrayList<>();
        for (int i = 0; i < master.bundles().size(); i++) {
            double share = master.share(i);
            if (share > IN_DOUBT && share < 1 - IN_DOUBT) {
                Bundle bundle = master.bundles().get(i);
                int[] rows = IntStream.concat(
                                IntStream.of(problem.requests() + bundle.volunteer()),
                                Arrays.stream(bundle.pairs())
                                        .flatMap(pair -> IntStream.concat(
                                                IntStream.of(master.requestOf(pair)),
                                                tightOf.getOrDefault(pair, List.of()).stream()
                                                        .mapToInt(row -> row))))
                        .toArray();
                Arrays.stream(rows).forEach(row -> sum.merge(row, share, Double::sum));
                sets.add(rows);
            }
        }
        int added = 0;
        for (List<int[]> spot : spots(sets)) {
            int[] whole = spot.stream()
                    .flatMapToInt(Arrays::stream)
                    .distinct()
                    .filter(row -> sum.getOrDefault(row, 0.0) > 1 - IN_DOUBT)
                    .sorted()
                    .toArray();
            if (whole.length <= MOST_ROWS) {
                added += add(master, spot, whole, tight);
            }
        }
        return added;
    }

    private int firstTight() {
        return problem.requests() + problem.volunteers();
    }

    /** The sets in doubt, those together that have rows in common. */
    private static List<List<int[]>> spots(List<int[]> sets) {
        Map<Integer, List<int[]>> spotOf = new LinkedHashMap<>();
        for (int[] set : sets) {
            List<int[]> joined = new ArrayList<>();
            joined.add(set);
            Arrays.stream(set)
                    .mapToObj(spotOf::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(joined::addAll);
            joined.stream().flatMapToInt(Arrays::stream).forEach(row -> spotOf.put(row, joined));
        }
        return spotOf.values().stream().distinct().toList();
    }

    private int add(Master master, List<int[]> spot, int[] whole, List<FamilyCuts.Row> tight) {
        List<BitSet> equations = new ArrayList<>();
        for (int[] set : spot) {
            BitSet equation = new BitSet(whole.length);
            for (int row : set) {
                int at = Arrays.binarySearch(whole, row);
                if (at >= 0) {
                    equation.flip(at);
                }
            }
            equations.add(equation);
        }
        int added = 0;
        for (BitSet even : evenForAll(equations, whole.length)) {
            if (even.cardinality() % 2 == 1) {
                added += master.addSetRow(row(even.stream().map(at -> whole[at]).toArray(), tight)) ? 1 : 0;
            }
        }
        return added;
    }

    private SetRow row(int[] rows, List<FamilyCuts.Row> tight) {
        int[] weight = new int[problem.pairs()];
        for (int row : rows) {
            if (row < problem.requests()) {
                for (int pair = problem.pairsFrom(row); pair < problem.pairsEnd(row); pair++) {
                    weight[pair]++;
                }
            } else if (row >= firstTight()) {
                for (int pair : tight.get(row - firstTight()).pairs()) {
                    weight[pair]++;
                }
            }
        }
        int[] volunteers = Arrays.stream(rows)
                .filter(row -> row >= problem.requests() && row < firstTight())
                .map(row -> row - problem.requests())
                .toArray();
        int[] forgivenBy = Arrays.stream(rows)
                .filter(row -> row >= firstTight())
                .flatMap(row -> Arrays.stream(tight.get(row - firstTight()).forgivenBy()))
                .distinct()
                .toArray();
        return SetRow.half(problem, weight, volunteers, rows.length, forgivenBy);
    }

    /** A basis of the choices of rows that meet every equation in an even number, by elimination modulo two. */
    private static List<BitSet> evenForAll(List<BitSet> equations, int rows) {
        BitSet[] byPivot = new BitSet[rows];
        for (BitSet equation : equations) {
            BitSet left = (BitSet) equation.clone();
            for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
                if (byPivot[at] == null) {
                    byPivot[at] = left;
                    break;
                }
                left.xor(byPivot[at]);
            }
        }
        List<BitSet> basis = new ArrayList<>();
        for (int free = 0; free < rows; free++) {
            if (byPivot[free] == null) {
                BitSet choice = new BitSet(rows);
                choice.set(free);
                for (int at = free - 1; at >= 0; at--) {
                    if (byPivot[at] != null) {
                        BitSet met = (BitSet) byPivot[at].clone();
                        met.and(choice);
                        choice.set(at, met.cardinality() % 2 == 1);
                    }
                }
                basis.add(choice);
            }
        }
        return basis;
    }
}
