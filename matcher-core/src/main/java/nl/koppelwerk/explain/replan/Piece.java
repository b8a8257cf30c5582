package nl.koppelwerk.explain.replan;

import java.util.Arrays;
import java.util.function.IntPredicate;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;

/**
 * A piece of a problem in which some pairs are left out or some request comes first, with the way back to the whole.
 *
 * @param request for each request of the piece its number in the whole
 * @param pair for each pair of the piece its number in the whole
 */
record Piece(Problem problem, int[] request, int[] pair) {
    static Piece of(SubProblem cut) {
        return new Piece(cut.problem(), cut.request(), cut.pair());
    }

    /** Keeps the pairs whose number in the whole is wanted. */
    Piece keeping(IntPredicate wanted) {
        Problem p = problem;
        int[] start = new int[p.requests() + 1];
        int[] kept = new int[p.pairs()];
        int[] fixed = p.fixedPair().clone();
        int size = 0;
        for (int r = 0; r < p.requests(); r++) {
            for (int old = p.pairStart()[r]; old < p.pairStart()[r + 1]; old++) {
                if (p.fixedPair()[r] == old) {
                    fixed[r] = size;
                }
                if (p.fixedPair()[r] == old || wanted.test(pair[old])) {
                    kept[size++] = old;
                }
            }
            start[r + 1] = size;
        }
        return new Piece(
                with(p, p.requestWeight(), start, Arrays.copyOf(kept, size), fixed), request, picked(pair, kept, size));
    }

    /** Gives a request, by its number in the whole, more weight than all others together. */
    Piece insistingOn(int wholeRequest) {
        long[] weight = problem.requestWeight().clone();
        long all = 1;
        for (long one : weight) {
            all = Math.addExact(all, one);
        }
        for (int r = 0; r < request.length; r++) {
            if (request[r] == wholeRequest) {
                weight[r] = all;
            }
        }
        int[] everyPair = new int[problem.pairs()];
        Arrays.setAll(everyPair, p -> p);
        return new Piece(with(problem, weight, problem.pairStart(), everyPair, problem.fixedPair()), request, pair);
    }

    private static Problem with(Problem p, long[] weight, int[] start, int[] kept, int[] fixed) {
        long[] dayParts = new long[kept.length];
        short[] tag = new short[kept.length];
        for (int i = 0; i < kept.length; i++) {
            dayParts[i] = p.pairDayParts()[kept[i]];
            tag[i] = p.pairTag()[kept[i]];
        }
        return new Problem(
                weight,
                p.requestSlots(),
                p.requestHeavy(),
                p.requestGroup(),
                p.groupParent(),
                p.groupLimit(),
                p.volunteerNumberLimit(),
                p.volunteerHeavyLimit(),
                p.volunteerHoursLimit(),
                start,
                picked(p.pairVolunteer(), kept, kept.length),
                picked(p.pairValue(), kept, kept.length),
                picked(p.pairHours(), kept, kept.length),
                dayParts,
                tag,
                p.interactions(),
                fixed,
                p.fixedDayParts());
    }

    private static int[] picked(int[] values, int[] places, int size) {
        int[] picked = new int[size];
        for (int i = 0; i < size; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }

    boolean hasPair(int wholePair) {
        for (int one : pair) {
            if (one == wholePair) {
                return true;
            }
        }
        return false;
    }

    /** The whole plan with this piece's plan put in. */
    Plan putIn(Plan whole, Plan piece) {
        Plan together = new Plan(whole.pair().clone(), whole.dayParts().clone());
        for (int r = 0; r < request.length; r++) {
            int taken = piece.pair()[r];
            together.pair()[request[r]] = taken < 0 ? -1 : pair[taken];
            together.dayParts()[request[r]] = piece.dayParts()[r];
        }
        return together;
    }
}
