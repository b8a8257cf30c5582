package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.koppelwerk.exact.AssignmentPrices;
import nl.koppelwerk.format.AssignmentProblem;
import nl.koppelwerk.format.Direction;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.GeneralisedAssignments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSearchTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheBestOfAllPlansOfASmallAssignment(long seed) {
        Problem problem = problem(3, 10, seed);

        Plan found = anneal(problem, start(problem), 400, 1);

        assertThat(PlanChecker.breaches(problem, found)).isEmpty();
        assertThat(PlanChecker.value(problem, found).fit())
                .isEqualTo(BruteForce.best(problem).second());
    }

    @Test
    void isNeverWorseThanWhereItBegan() {
        Problem problem = problem(5, 60, 7);
        Plan start = anneal(problem, start(problem), 3_000, 1);

        assertThat(LongStream.rangeClosed(1, 20).mapToObj(seed -> anneal(problem, start, 3, seed)))
                .allSatisfy(after -> assertThat(PlanChecker.value(problem, after))
                        .isGreaterThanOrEqualTo(PlanChecker.value(problem, start)));
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Problem problem = problem(6, 60, 3);

        int[] once = anneal(problem, start(problem), 500, 9).pair();

        assertThat(anneal(problem, start(problem), 500, 9).pair()).containsExactly(once);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        Problem problem = problem(5, 40, 2);
        Plan start = start(problem);

        Plan found = BlockSearch.anneal(problem, perHour(problem), start, Integer.MAX_VALUE, 1, () -> true);

        assertThat(found.pair()).containsExactly(start.pair());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void jobsThatAreAllTheSameToEveryAgentAreLeftAsTheyAre() {
        Problem problem = new AssignmentProblem(
                        "same",
                        Direction.MINIMISE,
                        filled(3, 60, (agent, job) -> 5),
                        filled(3, 60, (agent, job) -> 2),
                        new int[] {41, 41, 41})
                .toProblem();
        Plan start = start(problem);

        assertThat(anneal(problem, start, 50, 1).pair()).containsExactly(start.pair());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void moreEqualWaysThanCanBeWrittenOutEndNoSearch() {
        Problem problem = new AssignmentProblem(
                        "ties",
                        Direction.MINIMISE,
                        filled(3, 60, (agent, job) -> job % 3 == 0 ? 3 * agent : 5),
                        filled(3, 60, (agent, job) -> 2),
                        new int[] {41, 41, 41})
                .toProblem();

        Plan found = anneal(problem, start(problem), 20, 1);

        assertThat(PlanChecker.breaches(problem, found)).isEmpty();
        assertThat(PlanChecker.value(problem, found))
                .isGreaterThanOrEqualTo(PlanChecker.value(problem, start(problem)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void loadsMayBeLarge(int times) {
        Problem problem = withLoads(times);

        Plan found = anneal(problem, start(problem), 200, 1);

        assertThat(PlanChecker.breaches(problem, found)).isEmpty();
        assertThat(PlanChecker.value(problem, found)).isGreaterThan(PlanChecker.value(problem, start(problem)));
    }

    @Test
    void loadsThatCannotBeAddedUpAreLeftAsTheyAre() {
        Problem problem = withLoads(1_000_000);
        Plan start = start(problem);

        assertThat(anneal(problem, start, 200, 1)).isSameAs(start);
    }

    private static Problem withLoads(int times) {
        AssignmentProblem small = GeneralisedAssignments.of('D', 4, 40, 1);
        return new AssignmentProblem(
                        "large",
                        Direction.MINIMISE,
                        small.worth(),
                        filled(4, 40, (agent, job) -> times * small.load()[agent][job]),
                        IntStream.of(small.capacity()).map(most -> times * most).toArray())
                .toProblem();
    }

    private static int[][] filled(int agents, int jobs, IntBinaryOperator value) {
        return IntStream.range(0, agents)
                .mapToObj(agent -> IntStream.range(0, jobs)
                        .map(job -> value.applyAsInt(agent, job))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static Problem problem(int agents, int jobs, long seed) {
        return GeneralisedAssignments.of('D', agents, jobs, seed).toProblem();
    }

    /** Each job with the agent that it takes least of and that has room. */
    private static Plan start(Problem problem) {
        Plan plan = Plan.empty(problem.requests());
        int[] room = problem.volunteerHoursLimit().clone();
        for (int r = 0; r < problem.requests(); r++) {
            int least = IntStream.range(problem.pairsFrom(r), problem.pairsEnd(r))
                    .filter(p -> problem.pairHours()[p] <= room[problem.pairVolunteer()[p]])
                    .boxed()
                    .min(Comparator.comparing(p -> problem.pairHours()[p]))
                    .orElseThrow();
            plan.pair()[r] = least;
            room[problem.pairVolunteer()[least]] -= problem.pairHours()[least];
        }
        return plan;
    }

    private static Plan anneal(Problem problem, Plan start, int blocks, long seed) {
        return BlockSearch.anneal(problem, perHour(problem), start, blocks, seed, () -> false);
    }

    private static double[] perHour(Problem problem) {
        return AssignmentPrices.of(problem, 60_000).orElseThrow().perHour();
    }
}
