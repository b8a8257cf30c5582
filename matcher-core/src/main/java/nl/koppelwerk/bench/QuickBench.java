package nl.koppelwerk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.QuickAnswers;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.solver.search.PairOrder;

/** How soon a decision is answered from kept state: what it may cost, and the plan mended. */
public final class QuickBench {

    private static final int WARMING_UP = 60;
    private static final int NEWCOMERS = 40;

    private final Clock clock;
    private final SplittableRandom random;

    public QuickBench(Clock clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    /** What 95 of 100 answers take at most, for each kind of decision. */
    public record Times(Time decline, Time leave, Time force, Time arrive) {}

    /** Milliseconds on the clock, and on a processor. */
    public record Time(double clock, double processor) {}

    public Times measure(Problem problem, int decisions) {
        QuickAnswers answers = new QuickAnswers(problem, begin(problem), 1);
        Time[][] times = new Time[3][decisions];
        for (int i = -WARMING_UP; i < 3 * decisions; i++) {
            int request = served(problem, answers.plan());
            int pair =
                    problem.pairsFrom(request) + random.nextInt(problem.pairsEnd(request) - problem.pairsFrom(request));
            int kind = Math.floorMod(i, 3);
            Time took = time(() -> decide(answers, kind, request, pair, problem));
            if (i >= 0) {
                times[kind][i / 3] = took;
            }
        }
        Time[] arriving = new Time[NEWCOMERS];
        for (int i = -WARMING_UP; i < NEWCOMERS; i++) {
            Newcomer newcomer = likeOneOf(problem, answers.plan());
            Time took = time(() -> answers.arrive(newcomer));
            if (i >= 0) {
                arriving[i] = took;
            }
        }
        return new Times(most(times[0]), most(times[1]), most(times[2]), most(arriving));
    }

    private static void decide(QuickAnswers answers, int kind, int request, int pair, Problem problem) {
        switch (kind) {
            case 0 -> answers.decline(request, pair);
            case 1 -> answers.leave(problem.pairVolunteer()[pair]);
            default -> answers.force(request, pair);
        }
    }

    /** Answers are worked out by one thread, so its time on a processor is theirs however busy the machine is. */
    private Time time(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Instant start = clock.instant();
        long processor = threads.getCurrentThreadCpuTime();
        work.run();
        return new Time(
                Duration.between(start, clock.instant()).toNanos() / 1e6,
                (threads.getCurrentThreadCpuTime() - processor) / 1e6);
    }

    private int served(Problem problem, Plan plan) {
        int request = random.nextInt(problem.requests());
        while (plan.pair()[request] < 0 || problem.isFixed(request)) {
            request = (request + 1) % problem.requests();
        }
        return request;
    }

    private Newcomer likeOneOf(Problem problem, Plan plan) {
        int[] unserved = IntStream.range(0, problem.requests())
                .filter(r -> plan.pair()[r] < 0 && random.nextInt(4) == 0)
                .limit(80)
                .toArray();
        int[] two = new int[unserved.length];
        Arrays.fill(two, 2);
        long[] always = new long[unserved.length];
        Arrays.fill(always, 0xFFFFFFFL);
        return new Newcomer(2, 1, 6, unserved, two, two, always, new short[unserved.length]);
    }

    private static Time most(Time[] times) {
        return new Time(most(times, Time::clock), most(times, Time::processor));
    }

    private static double most(Time[] times, ToDoubleFunction<Time> which) {
        double[] sorted = Arrays.stream(times).mapToDouble(which).sorted().toArray();
        return sorted[sorted.length * 95 / 100 - (sorted.length < 20 ? 0 : 1)];
    }

    private static Plan begin(Problem problem) {
        Ledger ledger = Opening.withFixedPairs(problem).orElseThrow();
        Opening.fillGreedily(ledger, PairOrder.byValue(problem));
        return ledger.plan();
    }
}
