package nl.koppelwerk.matching;

import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** What a plan asks of each volunteer and group. */
final class Load {
    private final Problem problem;
    private final Plan plan;
    private final int[] families;
    private final int[] heavy;
    private final int[] hours;
    private final long[] dayParts;
    private final int[] introductions;
    private final long[] familyDayParts;

    Load(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        families = new int[problem.volunteers()];
        heavy = new int[problem.volunteers()];
        hours = new int[problem.volunteers()];
        dayParts = new long[problem.volunteers()];
        introductions = new int[problem.groups()];
        familyDayParts = new long[problem.requests()];
        for (int request = 0; request < problem.requests(); request++) {
            if (plan.pair()[request] >= 0) {
                add(request, plan.pair()[request]);
            }
        }
        for (Problem.Interaction siblings : problem.interactions()) {
            familyDayParts[siblings.first()] |= plan.dayParts()[siblings.second()];
            familyDayParts[siblings.second()] |= plan.dayParts()[siblings.first()];
        }
    }

    private void add(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        families[volunteer]++;
        heavy[volunteer] += problem.requestHeavy()[request] ? 1 : 0;
        hours[volunteer] += problem.pairHours()[pair];
        dayParts[volunteer] |= plan.dayParts()[request];
        if (problem.fixedPair()[request] < 0) {
            for (int g = problem.requestGroup()[request]; g >= 0; g = problem.groupParent()[g]) {
                introductions[g]++;
            }
        }
    }

    /** The first thing in the way of giving an unserved request this pair, all else left as it is. */
    Hindrance hindrance(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        if (families[volunteer] >= problem.volunteerNumberLimit()[volunteer]) {
            return Hindrance.FAMILIES;
        }
        if (problem.requestHeavy()[request] && heavy[volunteer] >= problem.volunteerHeavyLimit()[volunteer]) {
            return Hindrance.HEAVY;
        }
        if (hours[volunteer] + problem.pairHours()[pair] > problem.volunteerHoursLimit()[volunteer]) {
            return Hindrance.HOURS;
        }
        long free = problem.pairDayParts()[pair] & ~dayParts[volunteer] & ~familyDayParts[request];
        if (Long.bitCount(free) < problem.requestSlots()[request]) {
            return Hindrance.DAY_PARTS;
        }
        for (int g = problem.requestGroup()[request]; g >= 0; g = problem.groupParent()[g]) {
            if (introductions[g] >= problem.groupLimit()[g]) {
                return Hindrance.INTRODUCTIONS;
            }
        }
        return Hindrance.NOTHING;
    }
}
