package nl.koppelwerk.problem;

import java.util.Arrays;

/**
 * A volunteer who comes to a problem that is planned already, with the requests that they could serve.
 *
 * @param request ascending; the other arrays have an entry for each of these
 */
public record Newcomer(
        int numberLimit,
        int heavyLimit,
        int hoursLimit,
        int[] request,
        int[] value,
        int[] hours,
        long[] dayParts,
        short[] tag) {

    /** The problem with the newcomer as its last volunteer; of each request served, the newcomer's pair is the last. */
    public Problem joining(Problem problem) {
        int[] start = problem.pairStart().clone();
        for (int i = 0; i < request.length; i++) {
            for (int r = request[i] + 1; r <= (i + 1 < request.length ? request[i + 1] : problem.requests()); r++) {
                start[r] += i + 1;
            }
        }
        int[] volunteers = new int[request.length];
        Arrays.fill(volunteers, problem.volunteers());
        return new Problem(
                problem.requestWeight(),
                problem.requestSlots(),
                problem.requestHeavy(),
                problem.requestGroup(),
                problem.groupParent(),
                problem.groupLimit(),
                with(problem.volunteerNumberLimit(), numberLimit),
                with(problem.volunteerHeavyLimit(), heavyLimit),
                with(problem.volunteerHoursLimit(), hoursLimit),
                start,
                (int[]) between(problem, problem.pairVolunteer(), volunteers, new int[start[start.length - 1]]),
                (int[]) between(problem, problem.pairValue(), value, new int[start[start.length - 1]]),
                (int[]) between(problem, problem.pairHours(), hours, new int[start[start.length - 1]]),
                (long[]) between(problem, problem.pairDayParts(), dayParts, new long[start[start.length - 1]]),
                (short[]) between(problem, problem.pairTag(), tag, new short[start[start.length - 1]]),
                problem.interactions(),
                moved(problem.fixedPair()),
                problem.fixedDayParts());
    }

    /** For each request its pair, with the numbers that pairs have once the newcomer is there. */
    public int[] moved(int[] pairOfRequest) {
        int[] moved = pairOfRequest.clone();
        int before = 0;
        for (int r = 0; r < moved.length; r++) {
            while (before < request.length && request[before] < r) {
                before++;
            }
            moved[r] += moved[r] < 0 ? 0 : before;
        }
        return moved;
    }

    private static int[] with(int[] limits, int limit) {
        int[] more = Arrays.copyOf(limits, limits.length + 1);
        more[limits.length] = limit;
        return more;
    }

    /** Copies stretches of the old entries with the new ones after the requests that they belong to. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    private Object between(Problem problem, Object old, Object added, Object into) {
        int from = 0;
        for (int i = 0; i < request.length; i++) {
            int to = problem.pairStart()[request[i] + 1];
            System.arraycopy(old, from, into, from + i, to - from);
            System.arraycopy(added, i, into, to + i, 1);
            from = to;
        }
        System.arraycopy(old, from, into, from + request.length, problem.pairs() - from);
        return into;
    }
}
