package nl.koppelwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class QuickBenchTest {

    @Test
    void measuresEveryKindOfDecision() {
        QuickBench.Times times = new QuickBench(Clock.systemUTC(), 3).measure(Towns.of(140, 2), 30);

        assertThat(List.of(times.decline(), times.leave(), times.force(), times.arrive()))
                .allSatisfy(time -> assertThat(time.clock()).isPositive())
                .allSatisfy(time -> assertThat(time.processor()).isPositive());
    }
}
