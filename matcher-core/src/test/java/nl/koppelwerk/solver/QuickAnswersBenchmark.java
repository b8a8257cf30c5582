package nl.koppelwerk.solver;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;
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

/** How soon one decision after another is answered from the state that is kept, for a plan made greedily. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 60)
@Measurement(iterations = 100)
@Fork(1)
public class QuickAnswersBenchmark {
    @Param({"3000", "30000"})
    public int families;

    private final SplittableRandom random = new SplittableRandom(7);
    private Problem problem = Candidates.find(ACity.of(1, 7)).problem();
    private QuickAnswers answers = new QuickAnswers(problem, greedy(problem).plan(), 1);

    @Setup
    public void plan() {
        problem = Candidates.find(ACity.of(families, 7)).problem();
        answers = new QuickAnswers(problem, greedy(problem).plan(), 1);
    }

    private static Ledger greedy(Problem problem) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(problem));
        return ledger;
    }

    /** A request that the plan helps; the decisions before may have taken many of them. */
    private int someServed() {
        int request = random.nextInt(problem.requests());
        while (answers.plan().pair()[request] < 0 || problem.isFixed(request)) {
            request = (request + 1) % problem.requests();
        }
        return request;
    }

    private int somePair(int request) {
        return problem.pairsFrom(request) + random.nextInt(problem.pairsEnd(request) - problem.pairsFrom(request));
    }

    @Benchmark
    public Object decline() {
        int request = someServed();
        return answers.decline(request, somePair(request));
    }

    @Benchmark
    public Object leave() {
        return answers.leave(problem.pairVolunteer()[somePair(someServed())]);
    }

    @Benchmark
    public Object force() {
        int request = someServed();
        return answers.force(request, somePair(request));
    }
}
