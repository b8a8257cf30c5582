package nl.koppelwerk.solver.search;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/** The pairs of each request, most promising first. */
public final class PairOrder {

    private final int[] order;

    private PairOrder(int[] order) {
        this.order = order;
    }

    /** Best value first. */
    public static PairOrder byValue(Problem problem) {
        long[] promise = new long[problem.pairs()];
        Arrays.setAll(promise, p -> problem.pairValue()[p]);
        return by(problem, promise);
    }

    /** @param promise for each pair what it promises, in 32 bits */
    public static PairOrder by(Problem problem, long[] promise) {
        int[] order = new int[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            int from = problem.pairsFrom(r);
            long[] keys = new long[problem.pairsEnd(r) - from];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (-promise[from + i] << Integer.SIZE) | i;
            }
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; i++) {
                order[from + i] = from + (int) keys[i];
            }
        }
        return new PairOrder(order);
    }

    /** The pair at this place, places running from the request's first pair on. */
    public int at(int place) {
        return order[place];
    }
}
