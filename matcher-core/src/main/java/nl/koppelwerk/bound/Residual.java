package nl.koppelwerk.bound;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** What fixed pairs leave of a problem: the limits still open, and which pairs can still be taken. */
public final class Residual {

    private final Problem problem;
    private final int[] numberLeft;
    private final int[] heavyLeft;
    private final int[] hoursLeft;
    private final long[] volunteerPromised;
    private final long[] requestPromised;

    public Residual(Problem problem) {
        this.problem = problem;
        this.numberLeft = problem.volunteerNumberLimit().clone();
        this.heavyLeft = problem.volunteerHeavyLimit().clone();
        this.hoursLeft = problem.volunteerHoursLimit().clone();
        this.volunteerPromised = new long[problem.volunteers()];
        this.requestPromised = new long[problem.requests()];
        for (int request = 0; request < problem.requests(); request++) {
            int pair = problem.fixedPair()[request];
            if (pair >= 0) {
                take(request, pair);
            }
        }
        for (Interaction interaction : problem.interactions()) {
            requestPromised[interaction.first()] |= promised(interaction.second());
            requestPromised[interaction.second()] |= promised(interaction.first());
        }
    }

    private void take(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        numberLeft[volunteer]--;
        heavyLeft[volunteer] -= problem.requestHeavy()[request] ? 1 : 0;
        hoursLeft[volunteer] -= problem.pairHours()[pair];
        volunteerPromised[volunteer] |= promised(request);
    }

    private long promised(int request) {
        return problem.fixedPair()[request] >= 0 ? problem.fixedDayParts()[request] : 0;
    }

    public boolean isFixed(int request) {
        return problem.fixedPair()[request] >= 0;
    }

    public int numberLeft(int volunteer) {
        return numberLeft[volunteer];
    }

    public int heavyLeft(int volunteer) {
        return heavyLeft[volunteer];
    }

    public int hoursLeft(int volunteer) {
        return hoursLeft[volunteer];
    }

    /** Day-parts that a pair can still use; none when its request asks for none. */
    public long dayParts(int request, int pair) {
        if (problem.requestSlots()[request] == 0) {
            return 0;
        }
        long taken = volunteerPromised[problem.pairVolunteer()[pair]] | requestPromised[request];
        return problem.pairDayParts()[pair] & ~taken;
    }

    /** Whether the pair of a request that is not fixed fits beside the fixed pairs, were it the only one added. */
    public boolean usable(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        return numberLeft[volunteer] > 0
                && (heavyLeft[volunteer] > 0 || !problem.requestHeavy()[request])
                && hoursLeft[volunteer] >= problem.pairHours()[pair]
                && Long.bitCount(dayParts(request, pair)) >= problem.requestSlots()[request];
    }

    /** Whether the fixed pairs themselves keep within every limit of the volunteers. */
    public boolean isConsistent() {
        return Arrays.stream(numberLeft).allMatch(left -> left >= 0)
                && Arrays.stream(heavyLeft).allMatch(left -> left >= 0)
                && Arrays.stream(hoursLeft).allMatch(left -> left >= 0);
    }
}
