package nl.koppelwerk.problem;

import java.util.Arrays;

/** For each request the requests that it interacts with, because a family's requests are judged together. */
public final class Partners {

    private final int[] start;
    private final int[] partner;
    private final int[] penalty;

    private Partners(int[] start, int[] partner, int[] penalty) {
        this.start = start;
        this.partner = partner;
        this.penalty = penalty;
    }

    public static Partners of(Problem problem) {
        int[] start = new int[problem.requests() + 1];
        for (Problem.Interaction i : problem.interactions()) {
            start[i.first() + 1]++;
            start[i.second() + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, problem.requests());
        int[] partner = new int[2 * problem.interactions().length];
        int[] penalty = new int[partner.length];
        for (Problem.Interaction i : problem.interactions()) {
            partner[next[i.first()]] = i.second();
            penalty[next[i.first()]++] = i.penalty();
            partner[next[i.second()]] = i.first();
            penalty[next[i.second()]++] = i.penalty();
        }
        return new Partners(start, partner, penalty);
    }

    /** First entry of the request; the last is before {@link #end}. */
    public int from(int request) {
        return start[request];
    }

    public int end(int request) {
        return start[request + 1];
    }

    public int partner(int entry) {
        return partner[entry];
    }

    public int penalty(int entry) {
        return penalty[entry];
    }
}
