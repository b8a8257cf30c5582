package nl.koppelwerk.exact;

import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;

/**
 * The best plan found and what is known of all others.
 *
 * @param firstBound no plan's first level exceeds this
 * @param secondBound no plan with the first level of {@code plan} or more has a second level above this
 * @param stoppedByClock whether the safety net ended the search, so that another machine may find another plan
 */
public record ExactResult(
        Plan plan, long first, long second, long firstBound, long secondBound, int nodes, boolean stoppedByClock) {

    /** Whether no plan serves more. */
    public boolean firstProven() {
        return first == firstBound;
    }

    /** What is proved of both levels. */
    public PlanValue bound() {
        return new PlanValue(firstBound, secondBound);
    }

    /** Whether the plan is optimal on both levels. */
    public boolean proven() {
        return firstProven() && second == secondBound;
    }
}
