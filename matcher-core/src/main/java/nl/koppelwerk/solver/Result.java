package nl.koppelwerk.solver;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;

/**
 * A plan and what is known of it.
 *
 * @param bound no plan serves more weight than this, and none that serves at least the weight of this plan has more fit
 * @param certificate prices from which the bound can be recomputed, unless parts were proved optimal in another way;
 *     empty when there is no plan
 * @param clockWasNeeded whether the time limit ended a search: the same seed may then give another plan elsewhere
 * @param parts what happened in each independent part
 */
public record Result(
        Plan plan,
        PlanValue value,
        PlanValue bound,
        Status status,
        Optional<Certificate> certificate,
        boolean clockWasNeeded,
        double seconds,
        List<Part> parts) {

    /** One independent part of the problem. */
    public record Part(
            int requests, int volunteers, int pairs, PlanValue value, PlanValue bound, Status status, double seconds) {}

    /** The share of the bound that the plan may miss on the first level, 0 when nothing. */
    public double gap() {
        return gap(value.servedWeight(), bound.servedWeight());
    }

    /** The share of the bound that the plan may miss on the second level, 0 when nothing. */
    public double fitGap() {
        return gap(value.fit(), bound.fit());
    }

    static double gap(long value, long bound) {
        return bound == value ? 0 : (bound - value) / (double) Math.max(1, Math.abs(bound));
    }
}
