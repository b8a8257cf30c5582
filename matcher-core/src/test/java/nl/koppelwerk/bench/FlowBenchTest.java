package nl.koppelwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class FlowBenchTest {

    @Test
    void ourFlowAndThatOfOrToolsFindTheSameOptimum() {
        Problem town = Towns.of(230, 12);
        FlowBench bench = new FlowBench(Clock.systemUTC());

        FlowBench.Time ours = bench.ours(town);
        FlowBench.Time theirs = bench.orTools(town);

        assertThat(ours.first()).isPositive().isEqualTo(theirs.first());
        assertThat(ours.second()).isEqualTo(theirs.second());
    }
}
