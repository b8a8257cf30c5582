package nl.koppelwerk.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class ExactSolverTest {

    private static final Limits LIMITS = new Limits(2_000, 60_000);

    private final ExactSolver solver = new ExactSolver(System::nanoTime);

    @Test
    void findsAndProvesTheOptimumOfRandomProblems() {
        RandomProblems problems = new RandomProblems(41);

        for (int i = 0; i < 200; i++) {
            Problem problem = problems.next(6, 4);
            BruteForce.Best best = BruteForce.best(problem);

            ExactResult result = solver.improve(problem, keepingFixedPairsOnly(problem), LIMITS);

            assertThat(result.proven()).as("problem %d", i).isTrue();
            assertThat(result.first()).as("problem %d", i).isEqualTo(best.first());
            assertThat(result.second()).as("problem %d", i).isEqualTo(best.second());
        }
    }

    @Test
    void givesTheIncumbentBackWhenThereIsNoTimeToLook() {
        Problem town = Towns.of(60, 2);
        Plan incumbent = solver.improve(town, keepingFixedPairsOnly(town), new Limits(3, 60_000))
                .plan();

        ExactResult result = solver.improve(town, incumbent, new Limits(0, 60_000));

        assertThat(result.plan().pair()).isEqualTo(incumbent.pair());
        assertThat(result.nodes()).isZero();
        assertThat(result.firstProven()).isFalse();
    }

    @Test
    void boundsTheSecondLevelEvenWhenItWasNotReached() {
        Problem town = Towns.of(60, 2);
        ExactResult optimal = solver.improve(town, keepingFixedPairsOnly(town), LIMITS);

        ExactResult result = solver.improve(town, optimal.plan(), new Limits(0, 60_000));

        assertThat(result.secondBound()).isBetween(optimal.second(), optimal.second() * 11 / 10);
    }

    @Test
    void townsOfThreeHundredFamiliesAreProvedOnBothLevelsInFewNodes() {
        for (int seed = 1; seed <= 3; seed++) {
            Problem town = Towns.of(300, seed);

            ExactResult result = solver.improve(town, keepingFixedPairsOnly(town), LIMITS);

            assertThat(result.proven()).as("seed %d", seed).isTrue();
            assertThat(result.nodes()).as("seed %d", seed).isLessThan(60);
        }
    }

    @Test
    void townsOfSixHundredFamiliesAreProvedOnBothLevelsAlmostWithoutBranching() {
        for (int seed = 1; seed <= 2; seed++) {
            Problem town = Towns.of(600, seed);

            ExactResult result = solver.improve(town, keepingFixedPairsOnly(town), new Limits(100, 60_000));

            assertThat(result.proven()).as("seed %d", seed).isTrue();
            assertThat(result.nodes()).as("seed %d", seed).isLessThan(10);
        }
    }

    @Test
    void aTownIsSolvedToProvenOptimalityTheSameWayEveryTime() {
        Problem town = Towns.of(90, 7);

        ExactResult one = solver.improve(town, keepingFixedPairsOnly(town), LIMITS);
        ExactResult again = solver.improve(town, keepingFixedPairsOnly(town), LIMITS);

        assertThat(one.proven()).isTrue();
        assertThat(one.plan().pair()).isEqualTo(again.plan().pair());
        assertThat(Arrays.stream(one.plan().pair()).filter(pair -> pair >= 0).count())
                .isGreaterThan(60);
    }

    private static Plan keepingFixedPairsOnly(Problem problem) {
        return new Rounding(problem, new Residual(problem)).plan(new int[0]).orElseThrow();
    }
}
