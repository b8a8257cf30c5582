package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.BitSet;
import nl.koppelwerk.problem.Problem;

/** The pairs that the flow looks at while it searches: the best few of each request, and those that pricing adds. */
final class CorePairs {

    private static final long FAVOUR = Long.MAX_VALUE / 64;

    private final Problem problem;
    private final long[] served;
    private final int[][] pairs;
    private final int[] count;
    private final BitSet forbidden;
    private int favoured = -1;
    private final int[][] volunteerPairs;
    private final int[][] volunteerRequests;
    private final int[] volunteerCount;

    CorePairs(Problem problem, Residual residual, long[] served, int most) {
        this.problem = problem;
        this.served = served;
        this.pairs = new int[problem.requests()][];
        this.count = new int[problem.requests()];
        this.forbidden = new BitSet();
        this.volunteerPairs = new int[problem.volunteers()][4];
        this.volunteerRequests = new int[problem.volunteers()][4];
        this.volunteerCount = new int[problem.volunteers()];
        long[] best = new long[most];
        for (int request = 0; request < problem.requests(); request++) {
            int size = 0;
            if (!residual.isFixed(request)) {
                for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
                    if (residual.usable(request, pair)) {
                        size = keep(best, size, (long) problem.pairValue()[pair] << 32 | pair);
                    }
                }
            }
            pairs[request] = new int[size];
            count[request] = size;
            for (int i = 0; i < size; i++) {
                pairs[request][i] = (int) best[i];
                index(request, (int) best[i]);
            }
        }
    }

    /** Keeps the largest, in falling order. */
    private static int keep(long[] best, int size, long key) {
        if (size == best.length && best[size - 1] >= key) {
            return size;
        }
        int at = size < best.length ? size : size - 1;
        while (at > 0 && best[at - 1] < key) {
            best[at] = best[at - 1];
            at--;
        }
        best[at] = key;
        return Math.min(best.length, size + 1);
    }

    int count(int request) {
        return count[request];
    }

    int pair(int request, int i) {
        return pairs[request][i];
    }

    boolean has(int request, int pair) {
        for (int i = 0; i < count[request]; i++) {
            if (pairs[request][i] == pair) {
                return true;
            }
        }
        return false;
    }

    void add(int request, int pair) {
        if (count[request] == pairs[request].length) {
            pairs[request] = Arrays.copyOf(pairs[request], count[request] + 4);
        }
        pairs[request][count[request]++] = pair;
        index(request, pair);
    }

    private void index(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        int size = volunteerCount[volunteer]++;
        if (size == volunteerPairs[volunteer].length) {
            volunteerPairs[volunteer] = Arrays.copyOf(volunteerPairs[volunteer], size * 2);
            volunteerRequests[volunteer] = Arrays.copyOf(volunteerRequests[volunteer], size * 2);
        }
        volunteerPairs[volunteer][size] = pair;
        volunteerRequests[volunteer][size] = request;
    }

    int countOf(int volunteer) {
        return volunteerCount[volunteer];
    }

    int pairOf(int volunteer, int i) {
        return volunteerPairs[volunteer][i];
    }

    int requestOf(int volunteer, int i) {
        return volunteerRequests[volunteer][i];
    }

    long profit(int request, int pair) {
        long profit = served[request] + problem.pairValue()[pair];
        return pair == favoured ? profit + FAVOUR : profit;
    }

    void favour(int pair) {
        favoured = pair;
    }

    void forbid(int pair) {
        forbidden.set(pair);
    }

    void allow(int pair) {
        forbidden.clear(pair);
    }

    boolean isForbidden(int pair) {
        return forbidden.get(pair);
    }
}
