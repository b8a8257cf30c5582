package nl.koppelwerk.matching;

import java.util.Collection;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** Stored proposals as the plan that they came from. */
public final class ProposedPlan {

    private ProposedPlan() {}

    /** The proposals beside what is fixed; one that is not among the candidates is left out, which its value then shows. */
    public static Plan of(Candidates candidates, Collection<Promise> proposals) {
        Problem problem = candidates.problem();
        Plan plan =
                new Plan(problem.fixedPair().clone(), problem.fixedDayParts().clone());
        for (Promise promise : proposals) {
            int request = candidates.getRequest(promise.request());
            plan.pair()[request] = candidates
                    .findPair(request, candidates.getVolunteer(promise.volunteer()))
                    .orElse(-1);
            plan.dayParts()[request] = promise.dayParts().bits();
        }
        return plan;
    }
}
