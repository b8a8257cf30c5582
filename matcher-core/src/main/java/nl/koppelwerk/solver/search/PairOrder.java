package nl.koppelwerk.solver.search;

import java.util.Arrays;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;

/** The pairs of each request, most promising first. */
public final class PairOrder {

    private final int[] order;

    private PairOrder(int[] order) {
        this.order = order;
    }

    /** @param places the pairs in this order, as {@link #places} gives them */
    public static PairOrder of(int[] places) {
        return new PairOrder(places.clone());
    }

    /** All pairs in this order, those of the first request first. */
    public int[] places() {
        return order.clone();
    }

    /** Best value first. */
    public static PairOrder byValue(Problem problem) {
        return by(problem, (r, p) -> problem.pairValue()[p]);
    }

    /** The most promising first, for what each pair of a request promises. */
    public static PairOrder by(Problem problem, Promise promise) {
        int[] order = new int[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            int from = problem.pairsFrom(r);
            long[] promised = new long[problem.pairsEnd(r) - from];
            long most = Long.MIN_VALUE;
            for (int i = 0; i < promised.length; i++) {
                promised[i] = promise.of(r, from + i);
                most = Math.max(most, promised[i]);
            }
            sort(promised, most, order, from);
        }
        return new PairOrder(order);
    }

    /** What taking a pair promises. */
    @FunctionalInterface
    public interface Promise {
        long of(int request, int pair);
    }

    private static void sort(long[] promised, long most, int[] order, int from) {
        long behind = 0;
        for (long promise : promised) {
            behind |= most - promise;
        }
        int tooWide = Math.max(0, Integer.SIZE - 1 - Long.numberOfLeadingZeros(behind));
        for (int i = 0; i < promised.length; i++) {
            promised[i] = (most - promised[i]) >>> tooWide << Integer.SIZE | i;
        }
        Arrays.sort(promised);
        for (int i = 0; i < promised.length; i++) {
            order[from + i] = from + (int) promised[i];
        }
    }

    /**
     * This order for the problem that the newcomer has joined, without sorting it again: by value.
     *
     * @param joined the problem with the newcomer
     */
    public PairOrder joinedBy(Newcomer newcomer, Problem joined) {
        int[] more = new int[joined.pairs()];
        int shift = 0;
        int from = 0;
        for (int i = 0; i <= newcomer.request().length; i++) {
            int until =
                    i < newcomer.request().length ? joined.pairsEnd(newcomer.request()[i]) - 1 - shift : order.length;
            for (int place = from; place < until; place++) {
                more[place + shift] = order[place] + shift;
            }
            if (i < newcomer.request().length) {
                insertLast(more, joined, newcomer.request()[i]);
                shift++;
            }
            from = until;
        }
        return new PairOrder(more);
    }

    private static void insertLast(int[] order, Problem joined, int request) {
        int place = joined.pairsEnd(request) - 1;
        int newest = place;
        while (place > joined.pairsFrom(request) && joined.pairValue()[order[place - 1]] < joined.pairValue()[newest]) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = newest;
    }

    /** The pair at this place, places running from the request's first pair on. */
    public int at(int place) {
        return order[place];
    }

    /** For each pair its place in the order. */
    public int[] ranks() {
        int[] rank = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        return rank;
    }

    /** The order of a piece's pairs by the ranks that they have in the whole. */
    public static PairOrder inPiece(SubProblem piece, int[] ranks) {
        return by(piece.problem(), (r, p) -> -ranks[piece.pair()[p]]);
    }
}
