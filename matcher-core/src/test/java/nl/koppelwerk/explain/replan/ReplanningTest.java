package nl.koppelwerk.explain.replan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Replanner;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.solver.Status;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import org.junit.jupiter.api.Test;

/** What another choice costs, held against trying everything. */
class ReplanningTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Settings SETTINGS = new Settings(7, 10, 3, 60, 50, Duration.ofMinutes(1), 2);

    private int exact;
    private int forced;

    @Test
    void aCostIsNeverTooLowAndCalledExactOnlyWhereItIs() {
        RandomProblems problems = new RandomProblems(23);
        for (int i = 0; i < 25; i++) {
            Problem problem = drawn(problems, i);
            Result best = new Optimiser(CLOCK).optimise(problem, SETTINGS, Progress.NONE);
            if (best.status() == Status.OPTIMAL) {
                everyChoice("problem " + i, problem, best);
            }
        }

        assertThat(exact).isGreaterThan(100);
    }

    @Test
    void aPairIsRefusedOnlyWhereWhatIsDecidedLeavesNoRoom() {
        RandomProblems problems = new RandomProblems(53);
        for (int i = 0; i < 60; i++) {
            Problem problem = drawn(problems, i);
            BruteForce.Best best = BruteForce.best(problem);
            if (best.first() >= 0 && !hasOpenPromises(problem)) {
                everyPairCanBeForced("problem " + i, problem, best);
            }
        }

        assertThat(forced).isGreaterThan(50);
    }

    /** Introductions tie everything together: without them more costs are exact. */
    private static Problem drawn(RandomProblems problems, int number) {
        Problem problem = problems.next(7, 5);
        return number % 3 == 0 ? problem : problem.withoutGroups();
    }

    /** Day-parts of a pairing under way that are still to be chosen are held as they were chosen. */
    private static boolean hasOpenPromises(Problem problem) {
        return IntStream.range(0, problem.requests())
                .anyMatch(r -> problem.isFixed(r) && problem.requestSlots()[r] > 0 && problem.fixedDayParts()[r] == 0);
    }

    private void everyPairCanBeForced(String name, Problem problem, BruteForce.Best best) {
        Replanner replanner = new Replanner(problem, best.plan(), 7);
        for (int request = 0; request < problem.requests(); request++) {
            for (int pair = problem.pairsFrom(request); pair < problem.pairsEnd(request); pair++) {
                boolean found = replanner.ifForced(request, pair).isPresent();
                assertThat(found)
                        .as("%s, request %d, pair %d", name, request, pair)
                        .isEqualTo(BruteForce.best(problem, request, only(pair)).first() >= 0);
                forced += found ? 1 : 0;
            }
        }
    }

    private static IntPredicate only(int pair) {
        return one -> one == pair;
    }

    private void everyChoice(String name, Problem problem, Result best) {
        Replanning replanning = new Replanning(problem, best, CLOCK, SETTINGS);
        for (int request = 0; request < problem.requests(); request++) {
            for (int pair = problem.pairsFrom(request);
                    pair < problem.pairsEnd(request) && !problem.isFixed(request);
                    pair++) {
                String choice = name + ", request " + request + ", pair " + pair;
                BruteForce.Best with = BruteForce.best(problem, request, only(pair));
                Optional<Replanned> found = replanning.forcing(request, pair);
                found.ifPresent(replanned -> isTrue(choice, problem, best, with, replanned));
                if (best.plan().pair()[request] == pair) {
                    BruteForce.Best without =
                            BruteForce.best(problem, request, only(pair).negate());
                    isTrue(choice, problem, best, without, replanning.avoiding(request, pair));
                }
            }
        }
    }

    private void isTrue(String choice, Problem problem, Result best, BruteForce.Best truth, Replanned found) {
        PlanValue reached = PlanChecker.value(problem, found.plan());
        PlanValue most = new PlanValue(truth.first(), truth.second());
        assertThat(PlanChecker.breaches(problem, found.plan())).as(choice).isEmpty();
        assertThat(reached).as(choice).isLessThanOrEqualTo(most);
        assertThat(found.loss())
                .as(choice)
                .isEqualTo(new PlanValue(
                        best.value().servedWeight() - reached.servedWeight(),
                        best.value().fit() - reached.fit()));
        if (found.exact()) {
            exact++;
            assertThat(reached).as(choice).isEqualTo(most);
        }
    }
}
