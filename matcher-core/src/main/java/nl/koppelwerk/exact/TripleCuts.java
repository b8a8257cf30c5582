package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.koppelwerk.problem.Problem;

/** Finds the triples of requests that the last solution breaks: sets with two of them add up to more than one. */
final class TripleCuts {

    private static final double VIOLATION = 0.02;
    private static final int MOST_ADDED = 100;

    private final Problem problem;

    TripleCuts(Problem problem) {
        this.problem = problem;
    }

    private record Triple(int first, int second, int third) {}

    private record Couple(int first, int second) {
        static Couple of(int one, int other) {
            return new Couple(Math.min(one, other), Math.max(one, other));
        }
    }

    private record Broken(Triple triple, double sum) {}

    /** What the sets of a solution that hold two requests, or three, add up to. */
    private record Together(Map<Couple, Double> two, Map<Triple, Double> three, Map<Integer, TreeSet<Integer>> near) {

        void add(int one, int other, double share) {
            two.merge(Couple.of(one, other), share, Double::sum);
            near.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
            near.computeIfAbsent(other, _ -> new TreeSet<>()).add(one);
        }

        double sum(Triple triple) {
            return two(triple.first(), triple.second())
                    + two(triple.first(), triple.third())
                    + two(triple.second(), triple.third())
                    - 2 * three.getOrDefault(triple, 0.0);
        }

        private double two(int one, int other) {
            return two.getOrDefault(Couple.of(one, other), 0.0);
        }
    }

    /** Adds the most broken triples; how many. */
    int add(Master master) {
        Together together = together(master);
        List<Broken> broken = new ArrayList<>();
        together.near().forEach((centre, others) -> {
            for (int one : others) {
                for (int other : others.tailSet(one, false)) {
                    Triple triple = triple(centre, one, other);
                    double sum = together.sum(triple);
                    if (sum > 1 + VIOLATION) {
                        broken.add(new Broken(triple, sum));
                    }
                }
            }
        });
        return (int) broken.stream()
                .sorted(Comparator.comparingDouble((Broken b) -> -b.sum())
                        .thenComparingInt(b -> b.triple().first())
                        .thenComparingInt(b -> b.triple().second())
                        .thenComparingInt(b -> b.triple().third()))
                .map(Broken::triple)
                .distinct()
                .filter(triple ->
                        master.addSetRow(SetRow.triple(problem, triple.first(), triple.second(), triple.third())))
                .limit(MOST_ADDED)
                .count();
    }

    private Together together(Master master) {
        Together together = new Together(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (int i = 0; i < master.bundles().size(); i++) {
            int[] pairs = master.bundles().get(i).pairs();
            double share = master.share(i);
            if (pairs.length > 1 && share > 1e-6 && share < 1 - 1e-6) {
                int[] requests = Arrays.stream(pairs).map(master::requestOf).toArray();
                for (int a = 0; a < requests.length; a++) {
                    for (int b = a + 1; b < requests.length; b++) {
                        together.add(requests[a], requests[b], share);
                        for (int c = b + 1; c < requests.length; c++) {
                            together.three().merge(triple(requests[a], requests[b], requests[c]), share, Double::sum);
                        }
                    }
                }
            }
        }
        return together;
    }

    private static Triple triple(int one, int other, int another) {
        int[] sorted = {one, other, another};
        Arrays.sort(sorted);
        return new Triple(sorted[0], sorted[1], sorted[2]);
    }
}
