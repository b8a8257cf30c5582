package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/**
 * A row that every plan keeps: at most {@code limit} sets in it hold as many of these pairs as are needed to count.
 *
 * @param pairs ascending
 * @param needed for each pair how many of the row's pairs a set of its volunteer needs to count
 */
record SetRow(int[] pairs, int[] needed, int limit) {

    /** Of three requests no plan serves two by one volunteer and two by another. */
    static SetRow triple(Problem problem, int one, int other, int another) {
        int[] pairs = IntStream.of(one, other, another)
                .flatMap(request -> IntStream.range(problem.pairsFrom(request), problem.pairsEnd(request)))
                .sorted()
                .toArray();
        int[] needed = new int[pairs.length];
        Arrays.fill(needed, 2);
        return new SetRow(pairs, needed, 1);
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
        return new SetRow(ascending, needed, volunteers - 1);
    }
}
