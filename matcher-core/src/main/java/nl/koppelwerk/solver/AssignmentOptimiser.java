package nl.koppelwerk.solver;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nl.koppelwerk.exact.CoreProgram;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/**
 * Betters the plan of a generalised assignment by integer programs: in turn one over all agents and the pairs that lose
 * least, more of them each round, and at the same time many small ones that each plan some agents anew.
 */
final class AssignmentOptimiser {

    private static final double FEWEST_PAIRS = 1.5;
    private static final double MOST_PAIRS = 2.5;
    private static final double WIDENED = 1.16;
    private static final double PAIRS_AROUND = 3;
    private static final int AROUND_NODES = 300;
    private static final int MOST_AROUND = 400;
    private static final int WITHOUT_GAIN = 15;
    private static final int FEWEST_AGENTS = 5;

    private final Problem problem;
    private final PairLosses losses;
    private final Settings settings;
    private final Stopwatch stopwatch;
    private final boolean[] pairsAround;
    private int agentsAtOnce = FEWEST_AGENTS;

    AssignmentOptimiser(Problem problem, PairLosses losses, Settings settings, Stopwatch stopwatch) {
        this.problem = problem;
        this.losses = losses;
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.pairsAround = losses.least((int) (PAIRS_AROUND * problem.requests()));
    }

    /**
     * At least as good a plan; ends when it is worth {@code goal} or after so many rounds.
     *
     * @param nodes branches that each program over all agents may take, twice as many each time that all widths were tried
     */
    Plan improve(Plan start, PlanValue goal, int rounds, int nodes, Consumer<PlanValue> better) {
        Plan best = start;
        double share = FEWEST_PAIRS;
        int allowed = nodes;
        for (int round = 0; round < rounds && !worth(best).equals(goal) && !stopwatch.isOver(); round++) {
            best = round(best, share, allowed, round);
            better.accept(worth(best));
            share *= WIDENED;
            if (share > MOST_PAIRS) {
                share = FEWEST_PAIRS;
                allowed = Math.min(allowed, Settings.UNLIMITED / 2) * 2;
            }
        }
        return best;
    }

    private Plan round(Plan start, double share, int nodes, int round) {
        int agents = agentsAtOnce;
        List<Plan> plans = InParallel.map(
                settings.threads(),
                2,
                task -> task == 0 ? overAll(start, share, nodes) : around(start, agents, nodes, round));
        if (worth(plans.get(1)).equals(worth(start)) && agents < problem.volunteers()) {
            agentsAtOnce++;
        }
        return plans.stream().max(Comparator.comparing(this::worth)).orElseThrow();
    }

    private Plan overAll(Plan start, double share, int nodes) {
        return program(start, losses.least((int) (share * problem.requests())), nodes)
                .plan();
    }

    /** Plans some agents anew, the others as they are; more at once when that gains nothing. */
    private Plan around(Plan start, int agents, int nodes, int round) {
        SplittableRandom random = new SplittableRandom(settings.seed() * 31 + round);
        Plan best = start;
        long left = nodes;
        int atOnce = Math.min(agents, problem.volunteers());
        int without = 0;
        for (int i = 0; i < MOST_AROUND && left > 0 && !stopwatch.isOver(); i++) {
            CoreProgram.Outcome outcome = program(best, pairsOf(some(atOnce, random), best), AROUND_NODES);
            without = outcome.plan() == best ? without + 1 : 0;
            best = outcome.plan();
            left -= outcome.nodes();
            if (without == WITHOUT_GAIN) {
                without = 0;
                atOnce = Math.min(atOnce + 1, problem.volunteers());
            }
        }
        return best;
    }

    private boolean[] some(int atOnce, SplittableRandom random) {
        boolean[] chosen = new boolean[problem.volunteers()];
        for (int left = atOnce; left > 0; ) {
            int agent = random.nextInt(chosen.length);
            left -= chosen[agent] ? 0 : 1;
            chosen[agent] = true;
        }
        return chosen;
    }

    /** The promising pairs of these agents with the jobs that they have, and with those that nobody has. */
    private boolean[] pairsOf(boolean[] agents, Plan plan) {
        boolean[] free = new boolean[problem.pairs()];
        for (int r = 0; r < problem.requests(); r++) {
            int taken = plan.pair()[r];
            if (taken < 0 || agents[problem.pairVolunteer()[taken]]) {
                for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                    free[p] = pairsAround[p] && agents[problem.pairVolunteer()[p]];
                }
            }
        }
        return free;
    }

    private CoreProgram.Outcome program(Plan start, boolean[] core, int nodes) {
        CoreProgram.Outcome outcome = CoreProgram.improve(
                problem, start, core, new Limits(nodes, stopwatch.left().toMillis()));
        stopwatch.left();
        return outcome;
    }

    private PlanValue worth(Plan plan) {
        return PlanChecker.value(problem, plan);
    }
}
