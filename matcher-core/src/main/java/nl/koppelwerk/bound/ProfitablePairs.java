package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import nl.koppelwerk.problem.Problem;

/** The pairs that earn anything at given prices, gathered by volunteer in one pass over all pairs. */
final class ProfitablePairs {

    private final Problem problem;
    private final Residual residual;
    private final PricedBound bound;
    private final IntPredicate excluded;
    private int[] pair = new int[1024];
    private int[] request = new int[1024];
    private int size;

    ProfitablePairs(Problem problem, Residual residual, PricedBound bound, IntPredicate excluded) {
        this.problem = problem;
        this.residual = residual;
        this.bound = bound;
        this.excluded = excluded;
        for (int r = 0; r < problem.requests(); r++) {
            if (!residual.isFixed(r)) {
                gather(r);
            }
        }
    }

    private void gather(int r) {
        int end = problem.pairStart()[r + 1];
        for (int p = problem.pairStart()[r]; p < end; p++) {
            if (bound.profit(r, p) > 0 && residual.usable(r, p) && !excluded.test(p)) {
                if (size == pair.length) {
                    pair = Arrays.copyOf(pair, size * 2);
                    request = Arrays.copyOf(request, size * 2);
                }
                pair[size] = p;
                request[size++] = r;
            }
        }
    }

    /** The bound: the constant and the best set of every volunteer. */
    long total(IntConsumer chosen) {
        int[] start = group();
        long sum = bound.constant();
        Knapsack knapsack = new Knapsack();
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            if (start[volunteer] < start[volunteer + 1]) {
                sum = Math.addExact(sum, best(knapsack, start, volunteer));
                for (int i = 0; i < knapsack.chosenSize(); i++) {
                    chosen.accept(knapsack.chosenPair(i));
                }
            }
        }
        return sum;
    }

    /** For each pair the bound when it is taken: beside it the volunteer takes the best of what limits leave. */
    long[] totalWithEach() {
        int[] start = group();
        long sum = bound.constant();
        Knapsack knapsack = new Knapsack();
        long[] best = new long[problem.volunteers()];
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            best[volunteer] = best(knapsack, start, volunteer);
            sum = Math.addExact(sum, best[volunteer]);
        }
        long[] values = new long[problem.pairs()];
        Arrays.fill(values, Long.MIN_VALUE);
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairStart()[r]; p < problem.pairStart()[r + 1]; p++) {
                if (!residual.isFixed(r) && residual.usable(r, p) && !excluded.test(p)) {
                    int volunteer = problem.pairVolunteer()[p];
                    values[p] = sum - best[volunteer] + bound.profit(r, p) + beside(knapsack, start, r, p);
                }
            }
        }
        return values;
    }

    private int[] group() {
        int[] start = new int[problem.volunteers() + 1];
        for (int i = 0; i < size; i++) {
            start[problem.pairVolunteer()[pair[i]] + 1]++;
        }
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            start[volunteer + 1] += start[volunteer];
        }
        int[] place = start.clone();
        int[] pairs = new int[size];
        int[] requests = new int[size];
        for (int i = 0; i < size; i++) {
            int at = place[problem.pairVolunteer()[pair[i]]]++;
            pairs[at] = pair[i];
            requests[at] = request[i];
        }
        pair = pairs;
        request = requests;
        return start;
    }

    private long best(Knapsack knapsack, int[] start, int volunteer) {
        knapsack.clear();
        for (int at = start[volunteer]; at < start[volunteer + 1]; at++) {
            add(knapsack, request[at], pair[at]);
        }
        return knapsack.solve(
                residual.numberLeft(volunteer), residual.heavyLeft(volunteer), residual.hoursLeft(volunteer));
    }

    private long beside(Knapsack knapsack, int[] start, int r, int p) {
        int volunteer = problem.pairVolunteer()[p];
        long needed = problem.requestSlots()[r];
        long allowed = residual.dayParts(r, p);
        knapsack.clear();
        for (int at = start[volunteer]; at < start[volunteer + 1]; at++) {
            long union = allowed | residual.dayParts(request[at], pair[at]);
            if (request[at] != r && Long.bitCount(union) >= needed + problem.requestSlots()[request[at]]) {
                add(knapsack, request[at], pair[at]);
            }
        }
        return knapsack.solve(
                residual.numberLeft(volunteer) - 1,
                residual.heavyLeft(volunteer) - (problem.requestHeavy()[r] ? 1 : 0),
                residual.hoursLeft(volunteer) - problem.pairHours()[p]);
    }

    private void add(Knapsack knapsack, int r, int p) {
        knapsack.add(
                p,
                r,
                bound.profit(r, p),
                problem.pairHours()[p],
                problem.requestHeavy()[r],
                problem.requestSlots()[r],
                residual.dayParts(r, p));
    }
}
