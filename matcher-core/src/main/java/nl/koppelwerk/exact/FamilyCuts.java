package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Rows of interactions that the last solution breaks: the penalty of different tags, and clashing day-parts. */
final class FamilyCuts {

    private static final double VIOLATION = 1e-4;

    private final Problem problem;
    private final boolean penaltiesCount;

    FamilyCuts(Problem problem, boolean penaltiesCount) {
        this.problem = problem;
        this.penaltiesCount = penaltiesCount;
    }

    int add(Master master) {
        double[] paid = IntStream.range(0, problem.interactions().length)
                .mapToDouble(master::penaltyPaid)
                .toArray();
        int added = 0;
        for (int i = 0; i < paid.length; i++) {
            Interaction interaction = problem.interactions()[i];
            if (penaltiesCount && interaction.penalty() > 0) {
                added += addTags(master, i, paid[i]);
            }
            added += addClash(master, i);
        }
        return added;
    }

    private int addTags(Master master, int index, double paid) {
        Interaction interaction = problem.interactions()[index];
        Map<Short, double[]> byTag = new TreeMap<>();
        gather(master, interaction.first(), 0, byTag);
        gather(master, interaction.second(), 1, byTag);
        double most = byTag.values().stream()
                .mapToDouble(sides -> Math.max(sides[0], sides[1]))
                .sum();
        if (most <= 1 + paid + VIOLATION) {
            return 0;
        }
        short[] tags = new short[byTag.size()];
        int size = 0;
        for (Map.Entry<Short, double[]> entry : byTag.entrySet()) {
            if (entry.getValue()[0] >= entry.getValue()[1]) {
                tags[size++] = entry.getKey();
            }
        }
        master.addTagRow(index, Arrays.copyOf(tags, size));
        return 1;
    }

    private void gather(Master master, int request, int side, Map<Short, double[]> byTag) {
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            if (master.taken(pair) > 1e-6) {
                byTag.computeIfAbsent(problem.pairTag()[pair], _ -> new double[2])[side] += master.taken(pair);
            }
        }
    }

    private int addClash(Master master, int index) {
        Interaction interaction = problem.interactions()[index];
        int firstSlots = problem.requestSlots()[interaction.first()];
        int secondSlots = problem.requestSlots()[interaction.second()];
        if (firstSlots == 0 || secondSlots == 0) {
            return 0;
        }
        for (int one = problem.pairStart()[interaction.first()];
                one < problem.pairStart()[interaction.first() + 1];
                one++) {
            if (master.taken(one) < 1e-6) {
                continue;
            }
            int needed = firstSlots + secondSlots;
            int[] others = clashing(new int[] {one}, interaction.second(), needed);
            double sum = Arrays.stream(others).mapToDouble(master::taken).sum();
            if (sum > 1e-6 && sum + master.taken(one) > 1 + VIOLATION) {
                master.addClashRow(index, clashing(others, interaction.first(), needed), others);
                return 1;
            }
        }
        return 0;
    }

    /** The pairs of the request that clash with all those given. */
    private int[] clashing(int[] with, int request, int needed) {
        return IntStream.range(problem.pairStart()[request], problem.pairStart()[request + 1])
                .filter(pair -> Arrays.stream(with)
                        .allMatch(other ->
                                Long.bitCount(problem.pairDayParts()[pair] | problem.pairDayParts()[other]) < needed))
                .toArray();
    }
}
