package nl.koppelwerk.candidates;

import java.util.concurrent.TimeUnit;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.problem.Problem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long all pairs of a city take that every rule allows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CandidatesBenchmark {
    @Param({"300", "3000", "30000"})
    public int families;

    private Snapshot city = ACity.of(1, 7);

    @Setup
    public void draw() {
        city = ACity.of(families, 7);
    }

    @Benchmark
    public Problem find() {
        return Candidates.find(city).problem();
    }
}
