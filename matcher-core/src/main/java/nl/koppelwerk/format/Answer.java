package nl.koppelwerk.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;

/**
 * What a plan and its bound say of a published problem, in which only assigning every job is an answer.
 *
 * @param value what the plan is worth as a {@link nl.koppelwerk.problem.Problem}
 * @param bound no plan is worth more; its second level holds for plans that serve at least what this one serves
 */
public record Answer(AssignmentProblem problem, Plan plan, PlanValue value, PlanValue bound) {

    /** Whether every job is assigned. */
    public boolean isComplete() {
        return value.servedWeight() == problem.jobs();
    }

    /** Whether it is proved that the jobs cannot all be assigned. */
    public boolean isInfeasible() {
        return bound.servedWeight() < problem.jobs();
    }

    public boolean isOptimal() {
        return isComplete() && value.fit() == bound.fit();
    }

    /** Whether there is an answer: all jobs assigned, or proved that they cannot be. */
    public boolean isKnown() {
        return isComplete() || isInfeasible();
    }

    /**
     * One line: {@code value=… bound=… gap=… status=…} with the published objective; {@code none} where there is none.
     *
     * @throws IllegalStateException when nothing {@link #isKnown}
     */
    public String line(double seconds) {
        if (!isKnown()) {
            throw new IllegalStateException("neither an answer nor a proof that there is none: " + value);
        }
        String status = isInfeasible() ? "infeasible" : isOptimal() ? "optimal" : "feasible";
        return String.format(
                Locale.ROOT,
                "value=%s bound=%s gap=%s seconds=%.2f status=%s",
                isComplete() ? String.valueOf(published(value.fit())) : "none",
                isComplete() ? String.valueOf(published(bound.fit())) : "none",
                isComplete() ? String.format(Locale.ROOT, "%.6f", gap()) : "none",
                seconds,
                status);
    }

    /** The agent of each job, both numbered from 1, on one line; 0 where a job has none. */
    public String agents() {
        return Arrays.stream(plan.pair())
                .mapToObj(p -> String.valueOf(p < 0 ? 0 : p % problem.agents() + 1))
                .collect(Collectors.joining(" "));
    }

    private double gap() {
        return Math.abs(bound.fit() - value.fit()) / (double) Math.max(1, Math.abs(bound.fit()));
    }

    private long published(long fit) {
        return problem.direction().toPublished(fit);
    }
}
