package nl.koppelwerk.problem;

import java.util.ArrayList;
import java.util.List;

/** Splits a problem into parts that have nothing to do with each other, so that each can be planned by itself. */
public final class Parts {

    private final Problem problem;
    private final SubProblems pieces;
    private final int[] leader;

    private Parts(Problem problem) {
        this.problem = problem;
        this.pieces = SubProblems.withNothingHeld(problem);
        this.leader = new int[problem.requests() + problem.volunteers() + problem.groups()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
    }

    /** The parts by ascending first request; requests that nobody can serve are in none. */
    public static List<SubProblem> of(Problem problem) {
        return new Parts(problem).split();
    }

    private List<SubProblem> split() {
        int[] usable = new int[problem.requests()];
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                if (pieces.isUsable(r, p)) {
                    usable[r]++;
                    join(r, problem.requests() + problem.pairVolunteer()[p]);
                }
            }
        }
        for (Problem.Interaction i : problem.interactions()) {
            if (usable[i.first()] > 0 && usable[i.second()] > 0) {
                join(i.first(), i.second());
            }
        }
        joinByGroups(usable);
        return collect(usable);
    }

    private void joinByGroups(int[] usable) {
        int[] candidates = new int[problem.groups()];
        for (int r = 0; r < problem.requests(); r++) {
            if (usable[r] > 0 && !problem.isFixed(r)) {
                for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                    candidates[g]++;
                }
            }
        }
        for (int r = 0; r < problem.requests(); r++) {
            if (usable[r] > 0 && !problem.isFixed(r)) {
                for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                    if (candidates[g] > problem.groupLimit()[g]) {
                        join(r, problem.requests() + problem.volunteers() + g);
                    }
                }
            }
        }
    }

    private List<SubProblem> collect(int[] usable) {
        int[] size = new int[leader.length];
        for (int r = 0; r < problem.requests(); r++) {
            size[find(r)] += usable[r] > 0 ? 1 : 0;
        }
        int[][] members = new int[leader.length][];
        List<int[]> parts = new ArrayList<>();
        for (int r = 0; r < problem.requests(); r++) {
            if (usable[r] > 0) {
                int of = find(r);
                if (members[of] == null) {
                    members[of] = new int[size[of]];
                    parts.add(members[of]);
                    size[of] = 0;
                }
                members[of][size[of]++] = r;
            }
        }
        return parts.stream().map(pieces::of).toList();
    }

    private int find(int i) {
        int top = i;
        while (leader[top] != top) {
            leader[top] = leader[leader[top]];
            top = leader[top];
        }
        return top;
    }

    private void join(int a, int b) {
        leader[find(a)] = find(b);
    }
}
