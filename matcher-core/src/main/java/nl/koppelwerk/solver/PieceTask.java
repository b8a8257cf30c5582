package nl.koppelwerk.solver;

import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.PairOrder;

/**
 * A piece of a problem that can be planned by itself, on this machine or on another: numbers only, and the same task has
 * the same answer everywhere.
 */
public sealed interface PieceTask {
    Problem problem();

    /** Whether the answer can be one to this task: a plan that breaks nothing and is worth no more than can be had. */
    default boolean isAnsweredBy(PieceAnswer answer) {
        return fits(answer.plan())
                && PlanChecker.breaches(problem(), answer.plan()).isEmpty()
                && isWithin(PlanChecker.value(problem(), answer.plan()), answer.bound());
    }

    boolean isWithin(PlanValue value, PlanValue bound);

    private boolean fits(Plan plan) {
        return plan.pair().length == problem().requests()
                && plan.dayParts().length == problem().requests();
    }

    /**
     * One independent part.
     *
     * @param firstBound no plan of it serves more weight
     * @param prices those of the whole problem, as far as they are of this part
     */
    record Part(Problem problem, long firstBound, Prices prices) implements PieceTask {

        /** What is known before anything is searched; no plan is worth more. */
        PlanValue bound() {
            PlanValue simple = SimpleBound.of(problem);
            return new PlanValue(Math.min(simple.servedWeight(), firstBound), simple.fit());
        }

        @Override
        public boolean isWithin(PlanValue value, PlanValue bound) {
            return bound.equals(bound.atMost(bound())) && value.servedWeight() <= bound.servedWeight();
        }
    }

    /**
     * A region of a part that is too large to be searched at once, while the rest is held.
     *
     * @param held the plan to better
     * @param order the pairs of each request, most promising first
     */
    record Region(Problem problem, Plan held, PairOrder order, long seed) implements PieceTask {
        @Override
        public boolean isWithin(PlanValue value, PlanValue bound) {
            return value.compareTo(PlanChecker.value(problem, held)) >= 0;
        }
    }
}
