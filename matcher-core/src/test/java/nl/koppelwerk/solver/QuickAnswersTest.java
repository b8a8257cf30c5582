package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class QuickAnswersTest {

    private final Problem town = Towns.of(150, 3);

    @Test
    void aLossLiesBetweenWhatTheAnswerSays() {
        RandomProblems problems = new RandomProblems(5);
        int asked = 0;
        for (int i = 0; i < 300; i++) {
            Problem problem = problems.next(6, 4);
            int request = i % problem.requests();
            if (problem.isFixed(request) || problem.pairsFrom(request) == problem.pairsEnd(request)) {
                continue;
            }
            int pair = problem.pairsFrom(request);
            long before = BruteForce.best(problem).first();
            QuickAnswers.Answer answer = new QuickAnswers(problem, greedy(problem), 1).decline(request, pair);

            long after = BruteForce.best(Without.pair(problem, request, pair)).first();

            assertThat(before - after).as("problem %d", i).isBetween(answer.lossAtLeast(), answer.lossAtMost());
            assertThat(answer.mostAfter()).isGreaterThanOrEqualTo(after);
            asked++;
        }
        assertThat(asked).isGreaterThan(150);
    }

    @Test
    void aNewVolunteerIsUsedAndWhatTheyCanAddIsBounded() {
        QuickAnswers answers = new QuickAnswers(town, greedy(town), 1);
        int[] unserved = unserved(answers.plan());
        Newcomer newcomer = newcomer(unserved);
        Problem joined = newcomer.joining(town).validated();

        QuickAnswers.Answer answer = answers.arrive(newcomer);

        assertThat(PlanChecker.breaches(joined, answers.plan())).isEmpty();
        assertThat(PlanChecker.value(joined, answers.plan()))
                .isEqualTo(answer.repair().after());
        assertThat(answer.repair().after()).isGreaterThan(answer.repair().before());
        assertThat(answer.mostAfter())
                .isGreaterThanOrEqualTo(answer.repair().after().servedWeight());
        assertThat(answer.mostAfter() - answer.mostBefore()).isLessThanOrEqualTo(twoHeaviest(unserved));
        assertThat(answer.repair().changed().stream()
                        .map(r -> joined.pairVolunteer()[answers.plan().pair()[r]]))
                .contains(town.volunteers());
    }

    @Test
    void decisionsBeforeAndAfterANewVolunteerKeepEveryRule() {
        QuickAnswers answers = new QuickAnswers(town, greedy(town), 1);
        SplittableRandom random = new SplittableRandom(8);
        Problem now = town;
        for (int i = 0; i < 60; i++) {
            int request = random.nextInt(town.requests());
            int pairs = town.pairsEnd(request) - town.pairsFrom(request);
            if (i == 30) {
                Newcomer newcomer = newcomer(unserved(answers.plan()));
                now = newcomer.joining(town);
                answers.arrive(newcomer);
            } else if (pairs > 0) {
                int pair = town.pairsFrom(request) + random.nextInt(pairs);
                switch (i % 3) {
                    case 0 -> answers.force(request, pair);
                    case 1 -> answers.decline(request, pair);
                    default -> answers.leave(town.pairVolunteer()[pair]);
                }
            }
            assertThat(PlanChecker.breaches(now, answers.plan()))
                    .as("decision %d", i)
                    .isEmpty();
            assertThat(answers.value()).isEqualTo(PlanChecker.value(now, answers.plan()));
        }
    }

    @Test
    void aForcedPairIsInThePlanAndItsLossIsBounded() {
        QuickAnswers answers = new QuickAnswers(town, greedy(town), 1);
        int request = firstServedWithChoice(answers.plan());
        int pair = answers.plan().pair()[request] == town.pairsFrom(request)
                ? town.pairsFrom(request) + 1
                : town.pairsFrom(request);

        QuickAnswers.Answer answer = answers.force(request, pair).orElseThrow();

        assertThat(answers.plan().pair()[request]).isEqualTo(pair);
        assertThat(answer.mostAfter()).isLessThanOrEqualTo(answer.mostBefore());
        assertThat(answer.lossAtLeast()).isLessThanOrEqualTo(answer.lossAtMost());
    }

    private int firstServedWithChoice(Plan plan) {
        int r = 0;
        while (plan.pair()[r] < 0 || town.pairsEnd(r) - town.pairsFrom(r) < 5) {
            r++;
        }
        return r;
    }

    private int[] unserved(Plan plan) {
        return java.util.stream.IntStream.range(0, town.requests())
                .filter(r -> plan.pair()[r] < 0 && !town.requestHeavy()[r])
                .limit(7)
                .toArray();
    }

    private long twoHeaviest(int[] requests) {
        long[] weights = Arrays.stream(requests)
                .mapToLong(r -> town.requestWeight()[r])
                .sorted()
                .toArray();
        return weights[weights.length - 1] + weights[weights.length - 2];
    }

    /** For two of these requests, at any time. */
    private static Newcomer newcomer(int[] requests) {
        int[] hours = new int[requests.length];
        int[] value = new int[requests.length];
        long[] dayParts = new long[requests.length];
        Arrays.fill(hours, 2);
        Arrays.fill(value, 700);
        Arrays.fill(dayParts, 0xFFFFFFFL);
        return new Newcomer(2, 1, 9, requests, value, hours, dayParts, new short[requests.length]);
    }

    private static Plan greedy(Problem problem) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(problem));
        return ledger.plan();
    }

    /** The problem with a pair that takes more hours than there are. */
    private static final class Without {
        static Problem pair(Problem problem, int request, int pair) {
            int[] hours = problem.pairHours().clone();
            hours[pair] = 1_000_000;
            assertThat(problem.isFixed(request)).isFalse();
            return new Problem(
                    problem.requestWeight(),
                    problem.requestSlots(),
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
                    problem.interactions(),
                    problem.fixedPair(),
                    problem.fixedDayParts());
        }
    }
}
