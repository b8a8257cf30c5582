package nl.koppelwerk.exact;

import java.util.Arrays;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/** The pairs that can still be taken, volunteer by volunteer. */
final class Offers {

    final int[] start;
    final int[] pair;
    final int[] request;
    final long[] dayParts;

    Offers(Problem problem, Residual residual) {
        int[] count = new int[problem.volunteers() + 1];
        forEach(problem, residual, (r, p) -> count[problem.pairVolunteer()[p] + 1]++);
        Arrays.parallelPrefix(count, Integer::sum);
        start = count;
        int[] next = start.clone();
        pair = new int[start[problem.volunteers()]];
        request = new int[pair.length];
        dayParts = new long[pair.length];
        forEach(problem, residual, (r, p) -> {
            int at = next[problem.pairVolunteer()[p]]++;
            pair[at] = p;
            request[at] = r;
            dayParts[at] = residual.dayParts(r, p);
        });
    }

    int size() {
        return pair.length;
    }

    private static void forEach(Problem problem, Residual residual, Visit visit) {
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r) && !residual.isFixed(r); p++) {
                if (residual.usable(r, p)) {
                    visit.visit(r, p);
                }
            }
        }
    }

    private interface Visit {
        void visit(int request, int pair);
    }
}
