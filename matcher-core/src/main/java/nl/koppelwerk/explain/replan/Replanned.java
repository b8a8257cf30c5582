package nl.koppelwerk.explain.replan;

import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;

/**
 * A plan with something changed, beside the plan as it was.
 *
 * @param loss what is lost on each level, negative when something is won
 * @param exact whether no plan with this change loses less, what it cannot reach left as it was; otherwise the loss is an
 *     upper bound
 */
public record Replanned(Plan plan, PlanValue loss, boolean exact) {
    /** Whether the changed plan is worth as much, on both levels. */
    public boolean isTie() {
        return loss.servedWeight() == 0 && loss.fit() == 0;
    }

    /** Whether the changed plan is worth more: the plan as it was is not the best. */
    public boolean isBetter() {
        return loss.compareTo(PlanValue.ZERO) < 0;
    }
}
