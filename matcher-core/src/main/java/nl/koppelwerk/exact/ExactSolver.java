package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Flow;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/**
 * Improves a plan until it is shown to be optimal, first level first, then the second with the first held.
 *
 * <p>Meant for some hundreds of requests; in larger ones a branch takes seconds, so few can be looked at.
 */
public final class ExactSolver {

    private static final long FIRST_LEVEL_COUNTS = 1L << 10;
    private static final int CORE_PAIRS = 6;
    private static final long MOST_FIRST_LEVEL_COUNTS = 1L << 26;

    private final LongSupplier nanoTime;

    /** @param nanoTime the clock of the safety net, such as {@code System::nanoTime} */
    public ExactSolver(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Starts from the fixed pairs alone; empty when even their day-parts cannot be arranged. */
    public Optional<ExactResult> solve(Problem problem, Limits limits) {
        return new Rounding(problem, new Residual(problem))
                .plan(new int[0])
                .map(plan -> improve(problem, plan, limits));
    }

    /** Starts from a plan that keeps every limit; gives one at least as good. */
    public ExactResult improve(Problem problem, Plan incumbent, Limits limits) {
        long weights = Arrays.stream(problem.requestWeight()).sum();
        Aim firstLevel = Aim.firstLevel(weights);
        Residual residual = new Residual(problem);
        BooleanSupplier clock = clock(limits);
        BitSet core = core(problem, residual, incumbent);
        Branch everything = new Branch(null, new Branch.Decision.Everything(), Long.MAX_VALUE / 2, 0);
        Scored start = Scored.of(problem, incumbent);
        BranchAndBound first = new BranchAndBound(problem, residual, firstLevel, core, start, List.of(everything));
        first.search(limits.nodes(), clock);
        long firstBound = first.bound();
        List<Branch> parts = first.parts().stream()
                .filter(part -> Math.floorDiv(part.value(), firstLevel.scale())
                        >= first.best().first())
                .map(part -> new Branch(part.parent(), part.decision(), Long.MAX_VALUE / 2, part.depth()))
                .toList();
        long counts = FIRST_LEVEL_COUNTS;
        BranchAndBound second = second(problem, residual, core, first.best(), parts, counts);
        second.search(limits.nodes(), clock);
        while (second.levelsMixed() && counts < MOST_FIRST_LEVEL_COUNTS && Aim.fits(counts * 16, weights)) {
            counts *= 16;
            second = second(problem, residual, core, second.best(), parts, counts);
            second.search(limits.nodes(), clock);
        }
        Scored best = second.best();
        long secondBound = second.levelsMixed() ? Long.MAX_VALUE : second.bound();
        return new ExactResult(
                best.plan(),
                best.first(),
                best.second(),
                Math.max(firstBound, best.first()),
                secondBound,
                first.nodes() + second.nodes(),
                clock.getAsBoolean());
    }

    private static BranchAndBound second(
            Problem problem, Residual residual, BitSet core, Scored best, List<Branch> parts, long counts) {
        return new BranchAndBound(
                problem,
                residual,
                Aim.secondLevel(counts, Arrays.stream(problem.requestWeight()).sum()),
                core,
                best,
                parts);
    }

    /** The pairs that the flow loses least by: few a request, as the relaxation asks for others when it needs them. */
    private static BitSet core(Problem problem, Residual residual, Plan incumbent) {
        BitSet core = new BitSet(problem.pairs());
        Flow flow = new Flow(problem);
        for (int request = 0; request < problem.requests(); request++) {
            if (!residual.isFixed(request)) {
                int from = request;
                IntStream.range(problem.pairStart()[request], problem.pairStart()[request + 1])
                        .filter(pair -> residual.usable(from, pair))
                        .boxed()
                        .sorted(Comparator.comparingLong(pair -> flow.loss(from, pair)))
                        .limit(CORE_PAIRS)
                        .forEach(core::set);
                if (incumbent.pair()[request] >= 0) {
                    core.set(incumbent.pair()[request]);
                }
            }
        }
        return core;
    }

    private BooleanSupplier clock(Limits limits) {
        long from = nanoTime.getAsLong();
        return () -> nanoTime.getAsLong() - from > limits.millis() * 1_000_000;
    }
}
