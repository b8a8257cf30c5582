package nl.koppelwerk.bound;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/** The pairs that earn anything at given prices, gathered by volunteer in one pass over all pairs. */
final class ProfitablePairs {

    private final Problem problem;
    private final Residual residual;
    private final PricedBound bound;
    private int[] pair = new int[1024];
    private int[] request = new int[1024];
    private int size;

    ProfitablePairs(Problem problem, Residual residual, PricedBound bound) {
        this.problem = problem;
        this.residual = residual;
        this.bound = bound;
        for (int r = 0; r < problem.requests(); r++) {
            if (!residual.isFixed(r)) {
                gather(r);
            }
        }
    }

    private void gather(int r) {
        int end = problem.pairStart()[r + 1];
        for (int p = problem.pairStart()[r]; p < end; p++) {
            if (bound.profit(r, p) > 0 && residual.usable(r, p)) {
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
    long total() {
        int[] start = new int[problem.volunteers() + 1];
        for (int i = 0; i < size; i++) {
            start[problem.pairVolunteer()[pair[i]] + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] place = start.clone();
        int[] byVolunteer = new int[size];
        for (int i = 0; i < size; i++) {
            byVolunteer[place[problem.pairVolunteer()[pair[i]]]++] = i;
        }
        long sum = bound.constant();
        Knapsack knapsack = new Knapsack();
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            knapsack.clear();
            for (int at = start[volunteer]; at < start[volunteer + 1]; at++) {
                add(knapsack, request[byVolunteer[at]], pair[byVolunteer[at]]);
            }
            sum = Math.addExact(
                    sum,
                    knapsack.solve(
                            residual.numberLeft(volunteer),
                            residual.heavyLeft(volunteer),
                            residual.hoursLeft(volunteer)));
        }
        return sum;
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
