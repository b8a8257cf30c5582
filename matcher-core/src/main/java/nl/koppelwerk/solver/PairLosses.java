package nl.koppelwerk.solver;

import java.util.Arrays;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.problem.Problem;

/**
 * What each pair loses at given prices against the best that its volunteer could do: about 0 for pairs of good plans.
 *
 * <p>An estimate for choosing what to try first: it looks at number and hours of the volunteer, not at day-parts.
 */
final class PairLosses {

    private static final int MOST_NUMBER = 4;
    private static final int MOST_HOURS = 400;

    private final Problem problem;
    private final long[] loss;
    private final int[] start;
    private final int[] pair;
    private final long[] profit;

    PairLosses(Problem problem, PricedBound priced) {
        this.problem = problem;
        this.loss = new long[problem.pairs()];
        this.start = new int[problem.volunteers() + 1];
        this.pair = new int[problem.pairs()];
        this.profit = new long[problem.pairs()];
        sortByVolunteer(priced);
        for (int v = 0; v < problem.volunteers(); v++) {
            measure(v);
        }
    }

    long of(int aPair) {
        return loss[aPair];
    }

    /** So many pairs that lose least, and the one of each request that does. */
    boolean[] least(int count) {
        long[] sorted = loss.clone();
        Arrays.sort(sorted);
        long most = sorted[Math.min(count, sorted.length) - 1];
        boolean[] chosen = new boolean[loss.length];
        for (int r = 0; r < problem.requests(); r++) {
            int best = problem.pairsFrom(r);
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                chosen[p] = loss[p] <= most;
                best = loss[p] < loss[best] ? p : best;
            }
            if (best < problem.pairsEnd(r)) {
                chosen[best] = true;
            }
        }
        return chosen;
    }

    private void sortByVolunteer(PricedBound priced) {
        for (int v : problem.pairVolunteer()) {
            start[v + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, problem.volunteers());
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                int at = next[problem.pairVolunteer()[p]]++;
                pair[at] = p;
                profit[at] = priced.profit(r, p);
            }
        }
    }

    private void measure(int v) {
        int items = start[v + 1] - start[v];
        int number = Math.min(problem.volunteerNumberLimit()[v], items);
        int levels = number > MOST_NUMBER ? 1 : number;
        int limit = problem.volunteerHoursLimit()[v];
        int unit = limit / MOST_HOURS + 1;
        int hours = limit / unit;
        long[][] best = new long[levels + 1][hours + 1];
        for (int at = start[v]; at < start[v + 1]; at++) {
            int needed = problem.pairHours()[pair[at]] / unit;
            if (profit[at] > 0 && needed <= hours && number > 0) {
                take(best, levels, number > MOST_NUMBER, needed, profit[at]);
            }
        }
        long all = best[levels][hours];
        for (int at = start[v]; at < start[v + 1]; at++) {
            int needed = Math.min(hours, problem.pairHours()[pair[at]] / unit);
            int left = number > MOST_NUMBER ? levels : Math.max(0, levels - 1);
            loss[pair[at]] = all - profit[at] - best[left][hours - needed];
        }
    }

    private static void take(long[][] best, int levels, boolean anyNumber, int needed, long profit) {
        for (int n = levels; n >= 1; n--) {
            long[] from = best[anyNumber ? n : n - 1];
            for (int h = best[n].length - 1; h >= needed; h--) {
                best[n][h] = Math.max(best[n][h], from[h - needed] + profit);
            }
        }
    }
}
