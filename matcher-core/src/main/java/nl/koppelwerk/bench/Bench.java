package nl.koppelwerk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.Towns;

/** Solves made-up towns with every contender in the same time; one checker judges all plans. */
public final class Bench {
    private static final int WARMING_UP = 300;
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Duration time;
    private final long seed;

    /** @param time for each contender and town */
    public Bench(Clock clock, Duration time, long seed) {
        this.clock = clock;
        this.time = time;
        this.seed = seed;
    }

    /**
     * One contender on one town.
     *
     * @param bound the contender's own upper bound on the first level
     * @param bestBound the lowest bound of all contenders, or empty when there is none
     * @param megabytes the most heap used; what native solvers use beside it is not in it
     */
    public record Row(
            int families,
            int requests,
            int pairs,
            String contender,
            PlanValue value,
            OptionalLong bound,
            OptionalLong fitBound,
            OptionalLong bestBound,
            double seconds,
            long megabytes,
            int breaches) {

        /** The share of the best bound that the plan may miss. */
        public double gap() {
            return bestBound.isEmpty()
                    ? Double.NaN
                    : (bestBound.getAsLong() - value.servedWeight()) / (double) Math.max(1, bestBound.getAsLong());
        }
    }

    /**
     * What runs on the virtual machine solves another town first, unmeasured; native solvers need no warming up.
     *
     * @param done told of each row as soon as it is known, its best bound still missing
     */
    public List<Row> run(List<Integer> sizes, Consumer<Row> done) {
        Problem other = Towns.of(WARMING_UP, seed + 1);
        List.of(new Ours(clock, seed), new Greedy(), new PlainTimefold()).forEach(one -> one.solve(other, SHORT));
        List<Row> rows = new ArrayList<>();
        for (int families : sizes) {
            Problem town = Towns.of(families, seed);
            List<Row> ofTown = new ArrayList<>();
            for (Contender contender : contenders()) {
                Row row = measure(families, town, contender);
                done.accept(row);
                ofTown.add(row);
            }
            rows.addAll(withBestBound(ofTown));
        }
        return List.copyOf(rows);
    }

    private List<Contender> contenders() {
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(
                new Ours(clock, seed),
                new Greedy(),
                new PlainTimefold(),
                new ConstraintProgramming(cores),
                new MixedInteger("SCIP"),
                new MixedInteger("HIGHS"));
    }

    private Row measure(int families, Problem town, Contender contender) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        Instant start = clock.instant();
        Contender.Attempt attempt = attempt(contender, town);
        double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        long bytes =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Plan plan = attempt.plan();
        return new Row(
                families,
                town.requests(),
                town.pairs(),
                contender.name(),
                PlanChecker.value(town, plan),
                attempt.bound(),
                attempt.fitBound(),
                OptionalLong.empty(),
                seconds,
                bytes >> 20,
                PlanChecker.breaches(town, plan).size());
    }

    /** Who needs more memory than there is has found nothing; the others are measured all the same. */
    private Contender.Attempt attempt(Contender contender, Problem town) {
        try {
            return contender.solve(town, time);
        } catch (OutOfMemoryError tooMuch) {
            return Contender.Attempt.of(Plan.empty(town.requests()));
        }
    }

    private static List<Row> withBestBound(List<Row> rows) {
        OptionalLong best = rows.stream()
                .filter(row -> row.bound().isPresent())
                .mapToLong(row -> row.bound().getAsLong())
                .min();
        return rows.stream()
                .map(row -> new Row(
                        row.families(),
                        row.requests(),
                        row.pairs(),
                        row.contender(),
                        row.value(),
                        row.bound(),
                        row.fitBound(),
                        best,
                        row.seconds(),
                        row.megabytes(),
                        row.breaches()))
                .toList();
    }
}
