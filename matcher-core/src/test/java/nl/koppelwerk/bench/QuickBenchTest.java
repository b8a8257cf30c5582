package nl.koppelwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class QuickBenchTest {

    @Test
    void measuresEveryKindOfDecision() {
        QuickBench.Times times = new QuickBench(Clock.systemUTC(), 3).measure(Towns.of(140, 2), 30);

        assertThat(times.decline()).isPositive();
        assertThat(times.leave()).isPositive();
        assertThat(times.force()).isPositive();
        assertThat(times.arrive()).isPositive();
    }
}
