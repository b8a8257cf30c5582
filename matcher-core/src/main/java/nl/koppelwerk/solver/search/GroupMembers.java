package nl.koppelwerk.solver.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Problem;

/** The requests that count towards each group's limit. */
final class GroupMembers {

    private static final int PROBES = 12;

    private final Problem problem;
    private final int[] start;
    private final int[] member;

    GroupMembers(Problem problem) {
        this.problem = problem;
        this.start = new int[problem.groups() + 1];
        for (int r = 0; r < problem.requests(); r++) {
            for (int g = innermost(r); g >= 0; g = problem.groupParent()[g]) {
                start[g + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        this.member = new int[start[problem.groups()]];
        int[] next = Arrays.copyOf(start, problem.groups());
        for (int r = 0; r < problem.requests(); r++) {
            for (int g = innermost(r); g >= 0; g = problem.groupParent()[g]) {
                member[next[g]++] = r;
            }
        }
    }

    /** Of a few served members drawn by lot the one that weighs least, or -1. */
    int lightest(Ledger ledger, int group, SplittableRandom random, boolean[] isLocked) {
        int size = start[group + 1] - start[group];
        int lightest = -1;
        for (int probe = 0; probe < PROBES && size > 0; probe++) {
            int r = member[start[group] + random.nextInt(size)];
            boolean lighter = lightest < 0 || problem.requestWeight()[r] < problem.requestWeight()[lightest];
            if (ledger.isServed(r) && !ledger.isDecided(r) && !isLocked[r] && lighter) {
                lightest = r;
            }
        }
        return lightest;
    }

    private int innermost(int request) {
        return problem.isFixed(request) ? -1 : problem.requestGroup()[request];
    }
}
