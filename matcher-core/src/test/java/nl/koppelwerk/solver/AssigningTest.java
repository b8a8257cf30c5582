package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
import nl.koppelwerk.trial.GeneralisedAssignments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AssigningTest {
    private static final int STEPS_OF_AN_HOUR = 100_000_000;

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pricesAtTheStartLeaveHalfOfTheTimeForThePlan() {
        Problem problem = GeneralisedAssignments.of('D', 4, 24, 3).toProblem();
        Stopwatch stopwatch = new Stopwatch(aMomentLaterEachTime(), Duration.ofSeconds(4));
        Settings settings = new Settings(1, 1, 1, STEPS_OF_AN_HOUR, 50, Duration.ofSeconds(4), 1);
        Ledger start = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(start, PairOrder.byValue(problem));

        Plan plan = new Assigning(problem, settings, stopwatch)
                .finish(start.plan(), SimpleBound.of(problem), (best, bound) -> {})
                .plan();

        assertThat(stopwatch.hasBeenNeeded()).isTrue();
        assertThat(PlanChecker.breaches(problem, plan)).isEmpty();
        assertThat(PlanChecker.value(problem, plan).compareTo(start.value())).isPositive();
    }

    private static Clock aMomentLaterEachTime() {
        AtomicLong asked = new AtomicLong();
        InstantSource source = () -> Instant.ofEpochMilli(20 * asked.incrementAndGet());
        return source.withZone(ZoneOffset.UTC);
    }
}
