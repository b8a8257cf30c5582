package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class OptimiserTest {

    private static final long[] NONE = {};

    private final Optimiser optimiser = new Optimiser(Clock.systemUTC());
    private final Settings settings = new Settings(7, 10, 3, 60, 50, Duration.ofMinutes(1), 2);

    @Test
    void neverClaimsMoreThanTryingEverythingFinds() {
        RandomProblems problems = new RandomProblems(41);
        int optimal = 0;
        int count = 120;
        for (int i = 0; i < count; i++) {
            Problem problem = problems.next(6, 5);
            BruteForce.Best best = BruteForce.best(problem);

            Result result = optimiser.optimise(problem, settings, Progress.NONE);

            if (best.first() < 0) {
                assertThat(result.status()).as("problem %d", i).isEqualTo(Status.INFEASIBLE);
                continue;
            }
            PlanValue truth = new PlanValue(best.first(), best.second());
            assertThat(PlanChecker.breaches(problem, result.plan())).isEmpty();
            assertThat(result.value()).as("problem %d", i).isLessThanOrEqualTo(truth);
            assertThat(result.bound().servedWeight()).isGreaterThanOrEqualTo(truth.servedWeight());
            assertThat(result.bound().fit()).isGreaterThanOrEqualTo(truth.fit());
            if (result.status() == Status.OPTIMAL) {
                assertThat(result.value()).as("problem %d", i).isEqualTo(truth);
            }
            optimal += result.value().equals(truth) ? 1 : 0;
        }
        assertThat(optimal).isGreaterThan(count * 9 / 10);
    }

    @Test
    void plansTheSameWithOneThreadAndWithThree() {
        Problem town = Towns.of(90, 5);

        Result one = optimiser.optimise(town, settings.withThreads(1), Progress.NONE);
        Result three = optimiser.optimise(town, settings.withThreads(3), Progress.NONE);

        assertThat(three.plan().pair()).isEqualTo(one.plan().pair());
        assertThat(three.plan().dayParts()).isEqualTo(one.plan().dayParts());
        assertThat(three.bound()).isEqualTo(one.bound());
    }

    @Test
    void partsBoundTheFitTogetherOnlyWhenNoneOfThemCanServeMore() {
        Certificate certificate =
                new Certificate(100, Prices.of(1, 0, NONE, NONE), 60, 900, Prices.of(1, 1, NONE, NONE));
        Result.Part proved = part(new PlanValue(40, 300), new PlanValue(40, 350));
        Result.Part open = part(new PlanValue(20, 200), new PlanValue(25, 210));

        PlanValue oneOpen = Optimiser.bound(new PlanValue(60, 500), List.of(proved, open), certificate);
        PlanValue noneOpen = Optimiser.bound(new PlanValue(80, 600), List.of(proved, proved), certificate);

        assertThat(oneOpen).isEqualTo(new PlanValue(65, 900));
        assertThat(noneOpen).isEqualTo(new PlanValue(80, 700));
    }

    private static Result.Part part(PlanValue value, PlanValue bound) {
        return new Result.Part(3, 2, 5, value, bound, Status.FEASIBLE, 0.1);
    }
}
