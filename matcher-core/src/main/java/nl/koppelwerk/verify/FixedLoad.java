package nl.koppelwerk.verify;

import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** The verifier's own account of what fixed pairs take of the volunteers. */
final class FixedLoad {

    private final Problem problem;
    final int[] number;
    final int[] heavy;
    final int[] hours;
    private final long[] promised;
    private final long[] familyPromised;

    FixedLoad(Problem problem) {
        this.problem = problem;
        this.number = problem.volunteerNumberLimit().clone();
        this.heavy = problem.volunteerHeavyLimit().clone();
        this.hours = problem.volunteerHoursLimit().clone();
        this.promised = new long[problem.volunteers()];
        this.familyPromised = new long[problem.requests()];
        for (Interaction interaction : problem.interactions()) {
            familyPromised[interaction.first()] |= problem.fixedDayParts()[interaction.second()];
            familyPromised[interaction.second()] |= problem.fixedDayParts()[interaction.first()];
        }
        for (int request = 0; request < problem.requests(); request++) {
            if (isFixed(request)) {
                int pair = problem.fixedPair()[request];
                int volunteer = problem.pairVolunteer()[pair];
                number[volunteer] -= 1;
                heavy[volunteer] -= problem.requestHeavy()[request] ? 1 : 0;
                hours[volunteer] -= problem.pairHours()[pair];
                promised[volunteer] |= problem.fixedDayParts()[request];
            }
        }
    }

    boolean isFixed(int request) {
        return problem.fixedPair()[request] >= 0;
    }

    /** Day-parts left to the pair beside those promised in fixed pairs of the volunteer and of the same family. */
    long dayPartsLeft(int request, int pair) {
        if (problem.requestSlots()[request] == 0) {
            return 0;
        }
        return problem.pairDayParts()[pair] & ~promised[problem.pairVolunteer()[pair]] & ~familyPromised[request];
    }
}
