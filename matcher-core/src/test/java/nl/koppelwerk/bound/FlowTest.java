package nl.koppelwerk.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FlowTest {

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aGroupWithinAGroupThatThePathCameByIsServedWithoutGoingInACircle() {
        RandomProblems problems = RandomProblems.thatMayContradict(20_260_322);
        for (int i = 0; i < 16_120; i++) {
            problems.next(6, 4);
        }
        Problem problem = problems.next(6, 4);

        assertThat(new Flow(problem).first())
                .isGreaterThanOrEqualTo(BruteForce.best(problem).first());
    }

    @Test
    void isTheOptimumOfProblemsWithoutHoursDayPartsAndInteractions() {
        RandomProblems problems = new RandomProblems(53);

        for (int i = 0; i < 600; i++) {
            Problem problem = relaxed(problems.next(7, 4), -1, -1);

            assertIsOptimal(new Flow(problem), problem, "problem " + i);
        }
    }

    @Test
    void comesToAnEndWhenAPathPassesThroughTheGroupThatItsRequestIsIn() {
        RandomProblems problems = new RandomProblems(6);
        for (int i = 0; i < 574; i++) {
            problems.next(6, 4);
        }

        Problem problem = problems.next(6, 4);

        Flow flow = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new Flow(problem));
        assertThat(flow.first()).isGreaterThanOrEqualTo(BruteForce.best(problem).first());
    }

    @Test
    void staysOptimalWhenAPairIsForbiddenAndWhenItIsAllowedAgain() {
        RandomProblems problems = new RandomProblems(59);

        for (int i = 0; i < 400; i++) {
            Problem problem = relaxed(problems.next(7, 4), -1, -1);
            Flow flow = new Flow(problem);
            int request = firstServed(flow, problem);
            if (request >= 0) {
                int pair = flow.pairs()[request];

                flow.forbid(request, pair);
                assertIsOptimal(flow, relaxed(problem, pair, -1), "problem " + i + " without a pair");
                flow.allow(request, pair);
                assertIsOptimal(flow, problem, "problem " + i + " as it was");
            }
        }
    }

    @Test
    void staysOptimalWhenAVolunteerLeavesAndComesBack() {
        RandomProblems problems = new RandomProblems(61);

        for (int i = 0; i < 400; i++) {
            Problem problem = relaxed(problems.next(7, 4), -1, -1);
            Flow flow = new Flow(problem);

            flow.forbidVolunteer(0);
            assertIsOptimal(flow, relaxed(problem, -1, 0), "problem " + i + " without a volunteer");
            flow.allowVolunteer(0);
            assertIsOptimal(flow, problem, "problem " + i + " as it was");
        }
    }

    @Test
    void aForcedPairIsTakenAndTheRestStaysTheBestBesideIt() {
        RandomProblems problems = new RandomProblems(67);

        for (int i = 0; i < 400; i++) {
            Problem problem = relaxed(problems.next(7, 4), -1, -1);
            Flow flow = new Flow(problem);
            int request = firstServed(flow, problem);
            if (request >= 0) {
                int pair = problem.pairStart()[request + 1] - 1;
                if (!flow.force(request, pair)) {
                    continue;
                }

                assertThat(flow.pairs()[request]).isEqualTo(pair);
                assertIsOptimal(flow, withOnly(problem, request, pair), "problem " + i + " with a pair forced");
                flow.unforce(request, pair);
                assertIsOptimal(flow, problem, "problem " + i + " as it was");
            }
        }
    }

    @Test
    void aTownIsSolvedByPricingAsIfAllPairsHadBeenLookedAt() {
        Problem town = Towns.of(400, 9);

        Flow flow = new Flow(town);

        assertThat(flow.first()).isGreaterThan(80_000);
        assertThat(flow.first())
                .isGreaterThanOrEqualTo(PricedBound.firstBound(town, new BoundSearch(town, 300).firstLevel()) - 1500);
    }

    private static int firstServed(Flow flow, Problem problem) {
        for (int request = 0; request < problem.requests(); request++) {
            if (problem.fixedPair()[request] < 0 && flow.pairs()[request] >= 0) {
                return request;
            }
        }
        return -1;
    }

    private static void assertIsOptimal(Flow flow, Problem problem, String what) {
        BruteForce.Best best = BruteForce.best(problem);
        assertThat(flow.first()).as(what).isEqualTo(best.first());
        assertThat(flow.second()).as(what).isEqualTo(best.second());
    }

    /** The request is worth more than all others together by this pair, and by no other. */
    private static Problem withOnly(Problem problem, int request, int pair) {
        Problem only = problem;
        for (int other = problem.pairStart()[request]; other < problem.pairStart()[request + 1]; other++) {
            only = other == pair ? only : relaxed(only, other, -1);
        }
        int[] fixed = only.fixedPair().clone();
        int[] limits = only.groupLimit().clone();
        fixed[request] = pair;
        for (int group = only.requestGroup()[request]; group >= 0; group = only.groupParent()[group]) {
            limits[group]--;
        }
        return new Problem(
                only.requestWeight(),
                only.requestSlots(),
                only.requestHeavy(),
                only.requestGroup(),
                only.groupParent(),
                limits,
                only.volunteerNumberLimit(),
                only.volunteerHeavyLimit(),
                only.volunteerHoursLimit(),
                only.pairStart(),
                only.pairVolunteer(),
                only.pairValue(),
                only.pairHours(),
                only.pairDayParts(),
                only.pairTag(),
                only.interactions(),
                fixed,
                only.fixedDayParts());
    }

    /** Without hours, day-parts and interactions; a pair or all pairs of a volunteer made impossible by their hours. */
    private static Problem relaxed(Problem problem, int withoutPair, int withoutVolunteer) {
        int[] hours = new int[problem.pairs()];
        for (int pair = 0; pair < hours.length; pair++) {
            boolean out =
                    pair == withoutPair || problem.pairVolunteer()[pair] == withoutVolunteer && !isFixed(problem, pair);
            hours[pair] = out || problem.pairHours()[pair] > 999 ? 1000 : 0;
        }
        return new Problem(
                problem.requestWeight(),
                new int[problem.requests()],
                problem.requestHeavy(),
                problem.requestGroup(),
                problem.groupParent(),
                problem.groupLimit(),
                problem.volunteerNumberLimit(),
                problem.volunteerHeavyLimit(),
                problem.volunteerHoursLimit(),
                problem.pairStart(),
                problem.pairVolunteer(),
                problem.pairValue(),
                hours,
                problem.pairDayParts(),
                problem.pairTag(),
                new Interaction[0],
                problem.fixedPair(),
                new long[problem.requests()]);
    }

    private static boolean isFixed(Problem problem, int pair) {
        return Arrays.stream(problem.fixedPair()).anyMatch(fixed -> fixed == pair);
    }
}
