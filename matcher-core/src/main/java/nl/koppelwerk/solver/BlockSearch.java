package nl.koppelwerk.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.Problem;

/**
 * Anneals the plan of a generalised assignment, three agents at a time: their jobs are divided anew, the better the
 * likelier.
 *
 * <p>At the prices of the linear program a plan is behind it by what its jobs lose against the agents that are best for
 * them and by what hours left over would have been worth. In a good plan both are small, so there are few divisions as
 * good, and they can be written out.
 */
final class BlockSearch {

    private static final int AGENTS = 3;
    /** In times what a job loses with its second best agent, on average. */
    private static final double HOTTEST = 1.5;

    private static final double COLDEST = 0.15;
    /** For each agent, in the same unit. */
    private static final double MOST_LOST = 8;

    private static final int LOOKS_AT_CLOCK = 16;

    private final Problem problem;
    private final double[] price;
    private final int[][] pair;
    private final double[][] asked;
    private final SplittableRandom random;
    private final BlockDivision division;
    private final int[] agentOf;
    private final int[] room;
    private final double regret;
    private long value;

    private BlockSearch(Problem problem, double[] perHour, Plan start, long seed) {
        this.problem = problem;
        this.price = DoubleStream.of(perHour).map(price -> Math.max(0, price)).toArray();
        this.random = new SplittableRandom(seed);
        this.pair = new int[problem.requests()][problem.volunteers()];
        this.asked = new double[problem.requests()][problem.volunteers()];
        this.room = problem.volunteerHoursLimit().clone();
        this.agentOf = new int[problem.requests()];
        for (int r = 0; r < problem.requests(); r++) {
            Arrays.fill(pair[r], -1);
            Arrays.fill(asked[r], Double.POSITIVE_INFINITY);
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                int v = problem.pairVolunteer()[p];
                pair[r][v] = p;
                asked[r][v] = price[v] * problem.pairHours()[p] - problem.pairValue()[p];
            }
            give(r, problem.pairVolunteer()[start.pair()[r]]);
        }
        this.regret =
                Arrays.stream(asked).mapToDouble(BlockSearch::regret).average().orElse(1);
        this.division = new BlockDivision(AGENTS, AGENTS * regret * MOST_LOST, random);
    }

    /** What a job loses with its second best agent. */
    private static double regret(double[] asked) {
        double[] sorted = DoubleStream.of(asked)
                .filter(Double::isFinite)
                .sorted()
                .limit(2)
                .toArray();
        return sorted.length < 2 ? 0 : sorted[1] - sorted[0];
    }

    /**
     * The best plan met; the start where all agents are as good for every job.
     *
     * @param perHour for each volunteer what an hour is worth; less than nothing counts as nothing
     * @param start serves every request
     * @param blocks how often jobs are divided anew; the heat falls over them
     * @param isOver asked now and then
     */
    static Plan anneal(Problem problem, double[] perHour, Plan start, int blocks, long seed, BooleanSupplier isOver) {
        if (problem.volunteers() < AGENTS || hours(problem) > Integer.MAX_VALUE / 4) {
            return start;
        }
        BlockSearch search = new BlockSearch(problem, perHour, start, seed);
        Plan best = search.regret > 0 ? search.best(start, blocks, isOver) : start;
        return PlanChecker.breaches(problem, best).isEmpty() ? best : start;
    }

    /** No agent can be given more. */
    private static long hours(Problem problem) {
        return IntStream.range(0, problem.requests())
                .mapToLong(r -> IntStream.range(problem.pairsFrom(r), problem.pairsEnd(r))
                        .mapToLong(p -> problem.pairHours()[p])
                        .max()
                        .orElse(0))
                .sum();
    }

    private Plan best(Plan start, int blocks, BooleanSupplier isOver) {
        int[] agents = IntStream.range(0, problem.volunteers()).toArray();
        int[] best = agentOf.clone();
        long most = value;
        for (int i = 0; i < blocks && (i % LOOKS_AT_CLOCK > 0 || !isOver.getAsBoolean()); i++) {
            double heat = regret * HOTTEST * Math.pow(COLDEST / HOTTEST, (double) i / blocks);
            divide(some(agents), heat);
            if (value > most) {
                most = value;
                best = agentOf.clone();
            }
        }
        int[] found = best;
        int[] pairs =
                IntStream.range(0, found.length).map(r -> pair[r][found[r]]).toArray();
        return new Plan(pairs, start.dayParts());
    }

    private int[] some(int[] agents) {
        for (int i = 0; i < AGENTS; i++) {
            int other = i + random.nextInt(agents.length - i);
            int swapped = agents[i];
            agents[i] = agents[other];
            agents[other] = swapped;
        }
        return Arrays.copyOf(agents, AGENTS);
    }

    private void divide(int[] agents, double heat) {
        int[] jobs = IntStream.range(0, agentOf.length)
                .filter(r -> place(agents, agentOf[r]) >= 0)
                .toArray();
        division.draw(block(agents, jobs), heat).ifPresent(divided -> {
            for (int j = 0; j < jobs.length; j++) {
                take(jobs[j]);
                give(jobs[j], agents[divided[j]]);
            }
        });
    }

    private static int place(int[] agents, int agent) {
        for (int a = 0; a < AGENTS; a++) {
            if (agents[a] == agent) {
                return a;
            }
        }
        return -1;
    }

    private Block block(int[] agents, int[] jobs) {
        int[] best = new int[jobs.length];
        double[][] loss = new double[jobs.length][];
        int[][] hours = new int[jobs.length][];
        int[] left = IntStream.of(agents).map(agent -> room[agent]).toArray();
        double[] perHour =
                IntStream.of(agents).mapToDouble(agent -> price[agent]).toArray();
        double lost = 0;
        for (int a = 0; a < AGENTS; a++) {
            lost += perHour[a] * left[a];
        }
        for (int j = 0; j < jobs.length; j++) {
            int job = jobs[j];
            loss[j] =
                    IntStream.of(agents).mapToDouble(agent -> asked[job][agent]).toArray();
            hours[j] = IntStream.of(agents).map(agent -> hours(job, agent)).toArray();
            best[j] = lessTheLeast(loss[j]);
            int now = place(agents, agentOf[job]);
            lost += loss[j][now];
            left[now] += hours[j][now];
            left[best[j]] -= hours[j][best[j]];
        }
        return new Block(best, loss, hours, left, perHour, lost);
    }

    /** Where the least is; it is taken off all of them. */
    private static int lessTheLeast(double[] asked) {
        int at = 0;
        for (int a = 1; a < asked.length; a++) {
            at = asked[a] < asked[at] ? a : at;
        }
        double least = asked[at];
        for (int a = 0; a < asked.length; a++) {
            asked[a] -= least;
        }
        return at;
    }

    private int hours(int request, int volunteer) {
        return pair[request][volunteer] < 0 ? 0 : problem.pairHours()[pair[request][volunteer]];
    }

    private void give(int request, int volunteer) {
        agentOf[request] = volunteer;
        room[volunteer] -= hours(request, volunteer);
        value += problem.pairValue()[pair[request][volunteer]];
    }

    private void take(int request) {
        room[agentOf[request]] += hours(request, agentOf[request]);
        value -= problem.pairValue()[pair[request][agentOf[request]]];
    }
}
