package nl.koppelwerk.exact;

import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** A plan with its value on both levels. */
record Scored(Plan plan, long first, long second) {

    static Scored of(Problem problem, Plan plan) {
        long first = 0;
        long second = 0;
        for (int request = 0; request < problem.requests(); request++) {
            int pair = plan.pair()[request];
            if (pair >= 0) {
                first += problem.requestWeight()[request];
                second += problem.pairValue()[pair];
            }
        }
        for (Interaction interaction : problem.interactions()) {
            int one = plan.pair()[interaction.first()];
            int other = plan.pair()[interaction.second()];
            if (one >= 0 && other >= 0 && problem.pairTag()[one] != problem.pairTag()[other]) {
                second -= interaction.penalty();
            }
        }
        return new Scored(plan, first, second);
    }

    boolean isBetterThan(Scored other) {
        return first > other.first || first == other.first && second > other.second;
    }
}
