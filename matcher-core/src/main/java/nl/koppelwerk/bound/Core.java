package nl.koppelwerk.bound;

import nl.koppelwerk.problem.Problem;

/** A selection of pairs laid out volunteer by volunteer, for many quick evaluations at changing prices. */
final class Core {

    final int[] start;
    final int[] request;
    final int[] pair;
    final int[] value;
    final int[] hours;
    final long[] dayParts;
    final short[] tag;

    /** Keeps, for each request that is not fixed, the selected usable pairs. */
    Core(Problem problem, Residual residual, PairFilter filter) {
        int[] count = new int[problem.volunteers() + 1];
        forEach(problem, residual, filter, (r, p) -> count[problem.pairVolunteer()[p] + 1]++);
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            count[volunteer + 1] += count[volunteer];
        }
        start = count;
        int size = count[problem.volunteers()];
        request = new int[size];
        pair = new int[size];
        value = new int[size];
        hours = new int[size];
        dayParts = new long[size];
        tag = new short[size];
        int[] place = start.clone();
        forEach(problem, residual, filter, (r, p) -> {
            int at = place[problem.pairVolunteer()[p]]++;
            request[at] = r;
            pair[at] = p;
            value[at] = problem.pairValue()[p];
            hours[at] = problem.pairHours()[p];
            dayParts[at] = residual.dayParts(r, p);
            tag[at] = problem.pairTag()[p];
        });
    }

    private static void forEach(Problem problem, Residual residual, PairFilter filter, PairVisit visit) {
        for (int r = 0; r < problem.requests(); r++) {
            if (!residual.isFixed(r)) {
                for (int p = problem.pairStart()[r]; p < problem.pairStart()[r + 1]; p++) {
                    if (filter.keeps(r, p) && residual.usable(r, p)) {
                        visit.visit(r, p);
                    }
                }
            }
        }
    }

    /** Which pairs to keep. */
    interface PairFilter {
        boolean keeps(int request, int pair);
    }

    private interface PairVisit {
        void visit(int request, int pair);
    }
}
