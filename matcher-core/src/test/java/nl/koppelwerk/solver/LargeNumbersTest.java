package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import org.junit.jupiter.api.Test;

/** Weights and values just small enough not to be refused are planned like others: nothing overflows or goes on for ever. */
class LargeNumbersTest {

    private static final double NEARLY_REFUSED = 9e15;

    @Test
    void theLargestNumbersThatAreAllowedAreProvedOptimalToo() {
        RandomProblems problems = new RandomProblems(11);
        SplittableRandom random = new SplittableRandom(3);
        Settings settings = new Settings(1, 0, 1, 40, 2_000, Duration.ofMinutes(1), 1);

        for (int i = 0; i < 120; i++) {
            Problem problem = enlarged(problems.next(6, 4), 1 << random.nextInt(24));
            BruteForce.Best best = BruteForce.best(problem);

            Result result = new Optimiser(Clock.systemUTC()).optimise(problem, settings, Progress.NONE);

            assertThat(result.status()).as("problem %d", i).isEqualTo(Status.OPTIMAL);
            assertThat(result.value()).as("problem %d", i).isEqualTo(new PlanValue(best.first(), best.second()));
        }
    }

    private static Problem enlarged(Problem p, int values) {
        Interaction[] interactions = Arrays.stream(p.interactions())
                .map(one -> new Interaction(one.first(), one.second(), one.penalty() * values))
                .toArray(Interaction[]::new);
        int[] value = Arrays.stream(p.pairValue()).map(one -> one * values).toArray();
        double largest = 1 + 60.0 * values;
        double weights = LongStream.of(p.requestWeight()).sum() + p.requests();
        long factor = (long) (NEARLY_REFUSED / largest / weights);
        long[] weight =
                LongStream.of(p.requestWeight()).map(one -> one * factor).toArray();
        return new Problem(
                weight,
                p.requestSlots(),
                p.requestHeavy(),
                p.requestGroup(),
                p.groupParent(),
                p.groupLimit(),
                p.volunteerNumberLimit(),
                p.volunteerHeavyLimit(),
                p.volunteerHoursLimit(),
                p.pairStart(),
                p.pairVolunteer(),
                value,
                p.pairHours(),
                p.pairDayParts(),
                p.pairTag(),
                interactions,
                p.fixedPair(),
                p.fixedDayParts());
    }
}
