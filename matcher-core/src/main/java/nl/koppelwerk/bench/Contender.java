package nl.koppelwerk.bench;

import java.time.Duration;
import java.util.OptionalLong;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** A way to solve a problem in a given time. */
interface Contender {

    String name();

    Attempt solve(Problem problem, Duration time);

    /**
     * @param plan a plan that keeps every rule, nobody served when none was found
     * @param bound upper bound on the first level, where the contender gives one
     * @param fitBound upper bound on the second level of plans that serve as much
     */
    record Attempt(Plan plan, OptionalLong bound, OptionalLong fitBound) {

        static Attempt of(Plan plan) {
            return new Attempt(plan, OptionalLong.empty(), OptionalLong.empty());
        }
    }
}
