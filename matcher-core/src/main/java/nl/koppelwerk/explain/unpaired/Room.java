package nl.koppelwerk.explain.unpaired;

import java.util.List;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** What each volunteer still has to give in a plan. */
final class Room {
    private final Candidates candidates;
    private final Problem problem;
    private final int[] families;
    private final int[] heavy;
    private final int[] hours;
    private final int[] promised;
    private final int[] promisedToFamily;
    private final int[] introductions;

    Room(Matched matched) {
        candidates = matched.candidates();
        problem = candidates.problem();
        Plan plan = matched.result().plan();
        families = problem.volunteerNumberLimit().clone();
        heavy = problem.volunteerHeavyLimit().clone();
        hours = problem.volunteerHoursLimit().clone();
        promised = new int[problem.volunteers()];
        promisedToFamily = new int[problem.requests()];
        introductions = problem.groupLimit().clone();
        for (int request = 0; request < problem.requests(); request++) {
            if (plan.pair()[request] >= 0) {
                take(request, plan.pair()[request], (int) plan.dayParts()[request]);
            }
        }
        for (Problem.Interaction siblings : problem.interactions()) {
            promisedToFamily[siblings.first()] |= (int) plan.dayParts()[siblings.second()];
            promisedToFamily[siblings.second()] |= (int) plan.dayParts()[siblings.first()];
        }
    }

    private void take(int request, int pair, int dayParts) {
        int volunteer = problem.pairVolunteer()[pair];
        families[volunteer]--;
        heavy[volunteer] -= problem.requestHeavy()[request] ? 1 : 0;
        hours[volunteer] -= problem.pairHours()[pair];
        promised[volunteer] |= dayParts;
        int group = problem.requestGroup()[request];
        if (group >= 0 && problem.fixedPair()[request] < 0) {
            introductions[group]--;
        }
    }

    /**
     * Whether the volunteer could take on the request if these rules were lifted: the hours and day-parts that they ask for
     * are then taken as agreed.
     */
    boolean hasRoom(int request, int number, List<String> lifted) {
        SupportRequest asked = candidates.asking(request).request();
        Volunteer volunteer = candidates.offering(number).volunteer();
        int group = problem.requestGroup()[request];
        boolean hoursLeft = lifted.contains("hours-enough")
                || hours[number] >= asked.hoursPerWeek().quarters();
        int free =
                asked.dayParts().and(volunteer.availability()).bits() & ~promised[number] & ~promisedToFamily[request];
        boolean dayPartsLeft = lifted.contains("day-parts-shared")
                || lifted.contains("availability-known")
                || Integer.bitCount(free) >= asked.dayPartsPerWeek();
        return families[number] > 0
                && (!asked.heavy() || heavy[number] > 0)
                && hoursLeft
                && dayPartsLeft
                && (group < 0 || introductions[group] > 0);
    }

    /** Day-parts that the family's other requests have taken. */
    int promisedToFamily(int request) {
        return promisedToFamily[request];
    }
}
