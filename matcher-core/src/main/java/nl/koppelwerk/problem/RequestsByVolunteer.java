package nl.koppelwerk.problem;

import java.util.Arrays;

/**
 * With which requests each volunteer has a pair, ascending: the way back from volunteers, which a problem does not keep.
 *
 * @param start first entry of each volunteer, with one more at the end
 * @param request the requests, volunteer by volunteer
 */
public record RequestsByVolunteer(int[] start, int[] request) {
    public static RequestsByVolunteer of(Problem problem) {
        int[] start = new int[problem.volunteers() + 1];
        for (int volunteer : problem.pairVolunteer()) {
            start[volunteer + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, problem.volunteers());
        int[] request = new int[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                request[next[problem.pairVolunteer()[p]]++] = r;
            }
        }
        return new RequestsByVolunteer(start, request);
    }

    /** The requests of one volunteer. */
    public int[] of(int volunteer) {
        return Arrays.copyOfRange(request, start[volunteer], start[volunteer + 1]);
    }
}
