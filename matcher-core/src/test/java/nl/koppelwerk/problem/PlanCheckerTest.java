package nl.koppelwerk.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanCheckerTest {

    private final Problem problem = ProblemCheckTest.aProblem();

    @Test
    void aPlanThatKeepsEveryRuleHasNoBreachesAndItsValueCountsPenalties() {
        Plan plan = plan(new int[] {1, 2, 3}, 0b0011, 0b0100, 0b1000);

        assertThat(PlanChecker.breaches(problem, plan)).isEmpty();
        assertThat(PlanChecker.value(problem, plan)).isEqualTo(new PlanValue(30 + 20 + 70, 13 + 17 + 19 - 5));
    }

    @Test
    void namesEachBreach() {
        breach(new int[] {1, 2, 2}, 0b0011, 0b0100, 0, "request 2 takes pair 2, which is not one of its own");
        breach(new int[] {1, 2, 3}, 0b0011, 0b0100, 0, "request 2 is promised 0 day-parts instead of 1");
        breach(new int[] {1, 2, -1}, 0b0011, 0b0100, 1, "request 2 is promised 1 day-parts instead of 0");
        breach(
                new int[] {1, 2, 3},
                0b0011,
                0b0100,
                0b0001,
                "request 2 is promised day-parts 1 that pair 3 does not have");
        breach(
                new int[] {1, 2, -1},
                0b0011,
                0b0010,
                0,
                "volunteer 2 promises day-parts 2 twice, the second time to request 1");
        breach(new int[] {0, 2, -1}, 0b0011, 0b0100, 0, "request 0 must keep pair 1 and takes 0");
        breach(new int[] {1, 2, -1}, 0b0101, 0b1000, 0, "request 0 must keep day-parts 3 and is promised 5");
        breach(new int[] {1, -1, -1}, 0b0011, 0, 0, "request 1 must keep pair 2 and takes -1");
    }

    @Test
    void namesVolunteersOverTheirLimits() {
        problem.volunteerNumberLimit()[2] = 1;
        problem.volunteerHeavyLimit()[2] = 0;
        problem.volunteerHoursLimit()[2] = 5;

        assertThat(PlanChecker.breaches(problem, plan(new int[] {1, 2, -1}, 0b0011, 0b0100, 0)))
                .containsExactly(
                        "volunteer 2 has 2 requests, the limit is 1",
                        "volunteer 2 has 1 heavy requests, the limit is 0",
                        "volunteer 2 has 7 hours, the limit is 5");
    }

    @Test
    void countsNewRequestsInNestedGroupsAndFixedOnesInNone() {
        problem.groupLimit()[0] = 0;

        assertThat(PlanChecker.breaches(problem, plan(new int[] {1, 2, 3}, 0b0011, 0b0100, 0b1000)))
                .containsExactly("group 0 has 1 newly served requests, the limit is 0");
    }

    @Test
    void seesAFamilyVisitedTwiceOnOneDayPart() {
        problem.pairVolunteer()[2] = 3;
        problem.pairDayParts()[2] = 0b1111;
        problem.fixedDayParts()[1] = 0;

        assertThat(PlanChecker.breaches(problem, plan(new int[] {1, 2, -1}, 0b0011, 0b0010, 0)))
                .containsExactly("requests 0 and 1 belong together and are both promised day-parts 2");
    }

    @Test
    void refusesAPlanForAnotherProblem() {
        assertThat(PlanChecker.breaches(problem, new Plan(new int[4], new long[4])))
                .containsExactly("the plan is for 4 requests, the problem has 3");
    }

    private void breach(int[] pair, long first, long second, long third, String message) {
        assertThat(PlanChecker.breaches(problem, plan(pair, first, second, third)))
                .contains(message);
    }

    private static Plan plan(int[] pair, long first, long second, long third) {
        return new Plan(pair, new long[] {first, second, third});
    }
}
