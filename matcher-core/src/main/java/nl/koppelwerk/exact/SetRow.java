package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/**
 * A row that every plan keeps: sets count in it by what the pairs that they hold of it weigh, and together count at most
 * {@code limit}, or one more for each of the penalties that make up for it and are paid.
 *
 * @param pairs ascending
 * @param weight for each pair what it weighs
 * @param needed for each pair how much a set of its volunteer must weigh to count
 * @param again whether each weight of two more counts once more
 * @param forgivenBy interactions whose penalties make up for breaking it
 */
record SetRow(int[] pairs, int[] weight, int[] needed, int limit, boolean again, int[] forgivenBy) {

    private static final int[] NEVER = {};

    /** Of three requests no plan serves two by one volunteer and two by another. */
    static SetRow triple(Problem problem, int one, int other, int another) {
        return half(problem, new int[] {one, other, another}, new int[0]);
    }

    /**
     * Half of what these requests and volunteers, an odd number together, can have: each request is served once and each
     * volunteer takes one set, so of sets that meet two of them there are at most half as many.
     *
     * @param volunteers ascending
     */
    static SetRow half(Problem problem, int[] requests, int[] volunteers) {
        int[] weight = new int[problem.pairs()];
        for (int request : requests) {
            Arrays.fill(weight, problem.pairsFrom(request), problem.pairsEnd(request), 1);
        }
        return half(problem, weight, volunteers, requests.length + volunteers.length, NEVER);
    }

    /**
     * Half of a sum of rows, rounded down.
     *
     * @param weight for each pair of the problem in how many of the rows it is, beside those of volunteers
     * @param volunteers ascending
     * @param most what the rows allow together, odd
     */
    static SetRow half(Problem problem, int[] weight, int[] volunteers, int most, int[] forgivenBy) {
        int[] pairs = IntStream.range(0, weight.length)
                .filter(pair -> weight[pair] > 0)
                .toArray();
        int[] needed = Arrays.stream(pairs)
                .map(pair -> Arrays.binarySearch(volunteers, problem.pairVolunteer()[pair]) >= 0 ? 1 : 2)
                .toArray();
        int[] weights = Arrays.stream(pairs).map(pair -> weight[pair]).toArray();
        return new SetRow(pairs, weights, needed, most / 2, true, forgivenBy);
    }

    /** These pairs are never taken all together. */
    static SetRow notAll(Problem problem, int[] ascending) {
        int[] needed = Arrays.stream(ascending)
                .map(pair -> (int) Arrays.stream(ascending)
                        .filter(other -> problem.pairVolunteer()[other] == problem.pairVolunteer()[pair])
                        .count())
                .toArray();
        int volunteers = (int) Arrays.stream(ascending)
                .map(pair -> problem.pairVolunteer()[pair])
                .distinct()
                .count();
        return new SetRow(ascending, ones(ascending.length), needed, volunteers - 1, false, NEVER);
    }

    /** At most one set holds one of these pairs, or so many fewer when {@code already} are fixed. */
    static SetRow oneOf(int[] pairs, int already, int... forgivenBy) {
        int[] ascending = pairs.clone();
        Arrays.sort(ascending);
        int[] ones = ones(ascending.length);
        return new SetRow(ascending, ones, ones, 1 - already, false, forgivenBy);
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How often a set counts that holds so much weight. */
    int counts(int held, int itsNeeded) {
        return held < itsNeeded ? 0 : again ? 1 + (held - itsNeeded) / 2 : 1;
    }

    /** How often the set, all of one volunteer, counts. */
    int counts(int[] set) {
        int held = 0;
        int itsNeeded = 1;
        for (int pair : set) {
            int at = Arrays.binarySearch(pairs, pair);
            if (at >= 0) {
                held += weight[at];
                itsNeeded = needed[at];
            }
        }
        return counts(held, itsNeeded);
    }
}
