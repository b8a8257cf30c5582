package nl.koppelwerk.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.problem.Problem.Interaction;

/** Chooses the day-parts of a plan whose pairs are known, or finds requests that cannot all have theirs. */
public final class DayPartChoice {

    private static final int MOST_TRIALS = 200_000;

    private final Problem problem;
    private final int[] pair;
    private final long[] chosen;
    private final List<List<Integer>> rivals;
    private int trials;

    private DayPartChoice(Problem problem, int[] pair) {
        this.problem = problem;
        this.pair = pair;
        this.chosen = new long[pair.length];
        this.rivals = rivals();
    }

    /** What came of choosing. */
    public sealed interface Choice {
        /** Day-parts for each request, none twice where they may not be. */
        record Found(long[] dayParts) implements Choice {}

        /**
         * These requests cannot all be served by their pairs.
         *
         * @param proven false when the search was given up
         */
        record Impossible(int[] requests, boolean proven) implements Choice {}
    }

    /** @param pair for each request its pair or -1; {@code pair} is not kept */
    public static Choice choose(Problem problem, int[] pair) {
        return new DayPartChoice(problem, pair).choose();
    }

    private Choice choose() {
        boolean[] seen = new boolean[pair.length];
        for (int request = 0; request < pair.length; request++) {
            if (asks(request) && !seen[request]) {
                List<Integer> circle = circle(request, seen);
                trials = 0;
                if (!fill(circle, 0)) {
                    int[] requests = circle.stream().mapToInt(r -> r).toArray();
                    return new Choice.Impossible(requests, trials <= MOST_TRIALS);
                }
            }
        }
        return new Choice.Found(chosen);
    }

    private boolean asks(int request) {
        return pair[request] >= 0 && problem.requestSlots()[request] > 0;
    }

    private List<List<Integer>> rivals() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int request = 0; request < pair.length; request++) {
            lists.add(new ArrayList<>(3));
        }
        int[] last = new int[problem.volunteers()];
        int[] previous = new int[pair.length];
        Arrays.fill(last, -1);
        for (int request = 0; request < pair.length; request++) {
            if (asks(request)) {
                int volunteer = problem.pairVolunteer()[pair[request]];
                previous[request] = last[volunteer];
                last[volunteer] = request;
                for (int other = previous[request]; other >= 0; other = previous[other]) {
                    link(lists, request, other);
                }
            }
        }
        for (Interaction interaction : problem.interactions()) {
            if (asks(interaction.first()) && asks(interaction.second())) {
                link(lists, interaction.first(), interaction.second());
            }
        }
        return lists;
    }

    private static void link(List<List<Integer>> lists, int one, int other) {
        lists.get(one).add(other);
        lists.get(other).add(one);
    }

    /** The requests whose choices hang together with this one, neighbours after one another. */
    private List<Integer> circle(int from, boolean[] seen) {
        List<Integer> circle = new ArrayList<>();
        circle.add(from);
        seen[from] = true;
        for (int i = 0; i < circle.size(); i++) {
            for (int rival : rivals.get(circle.get(i))) {
                if (!seen[rival]) {
                    seen[rival] = true;
                    circle.add(rival);
                }
            }
        }
        return circle;
    }

    private boolean fill(List<Integer> circle, int at) {
        if (at == circle.size()) {
            return true;
        }
        int request = circle.get(at);
        long allowed = problem.pairDayParts()[pair[request]];
        for (int rival : rivals.get(request)) {
            allowed &= ~chosen[rival];
        }
        long fixed = problem.fixedPair()[request] >= 0 ? problem.fixedDayParts()[request] : 0;
        if (fixed != 0) {
            chosen[request] = fixed;
            if ((fixed & ~allowed) == 0 && fill(circle, at + 1)) {
                return true;
            }
            chosen[request] = 0;
            return false;
        }
        return pick(circle, at, allowed, problem.requestSlots()[request]);
    }

    /** Adds so many of the allowed day-parts to those chosen for the request, in every way until one works out. */
    private boolean pick(List<Integer> circle, int at, long allowed, int count) {
        if (count == 0) {
            return fill(circle, at + 1);
        }
        int request = circle.get(at);
        long left = allowed;
        while (Long.bitCount(left) >= count && trials <= MOST_TRIALS) {
            trials++;
            long bit = Long.lowestOneBit(left);
            left &= ~bit;
            chosen[request] |= bit;
            if (pick(circle, at, left, count - 1)) {
                return true;
            }
            chosen[request] &= ~bit;
        }
        return false;
    }
}
