package nl.koppelwerk.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.bound.Flow;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/**
 * What one decision costs and the plan mended after it, both from kept state: the relaxation's optimum says what no plan
 * can exceed from now on, {@link Replanner} gives a plan that keeps every rule.
 *
 * <p>Decisions add up. Not safe for use by several threads at once.
 */
public final class QuickAnswers {

    private final Problem problem;
    private final Flow flow;
    private final Replanner replanner;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private long most;

    /** @param plan a plan that keeps every rule of the problem */
    public QuickAnswers(Problem problem, Plan plan, long seed) {
        this.problem = problem;
        this.flow = new Flow(problem);
        this.replanner = new Replanner(problem, plan, seed);
        this.most = flow.first();
    }

    /**
     * @param mostBefore no plan served more than this before the decision
     * @param mostAfter nor does one serve more than this after it
     */
    public record Answer(long mostBefore, long mostAfter, Replanner.Repair repair) {

        /** Weight that the best plan loses by the decision, at least. */
        public long lossAtLeast() {
            return Math.max(0, repair.before().servedWeight() - mostAfter);
        }

        /** And at most. */
        public long lossAtMost() {
            return mostBefore - repair.after().servedWeight();
        }
    }

    public Plan plan() {
        return replanner.plan();
    }

    /** The request keeps the pair that the plan gives it. */
    public Answer confirm(int request) {
        return answer(replanner.confirm(request));
    }

    /** The pair is no longer possible. */
    public Answer decline(int request, int pair) {
        flow.forbid(request, pair);
        return answer(replanner.decline(request, moved(request, pair)));
    }

    /** The volunteer helps nobody from now on. */
    public Answer leave(int volunteer) {
        flow.forbidVolunteer(volunteer);
        return answer(replanner.leave(volunteer));
    }

    /** A new volunteer comes; pairs of the others keep the numbers that they have in this class. */
    public Answer arrive(Newcomer newcomer) {
        newcomers.add(newcomer);
        return answer(replanner.arrive(newcomer));
    }

    /**
     * The request gets this pair and keeps it.
     *
     * @return empty, with nothing changed, when no plan with what is decided can hold it
     */
    public Optional<Answer> force(int request, int pair) {
        if (!flow.force(request, pair)) {
            return Optional.empty();
        }
        long before = most;
        long after = flow.first() + newcomersAdd();
        flow.unforce(request, pair);
        return replanner.force(request, moved(request, pair)).map(repair -> new Answer(before, after, repair));
    }

    private Answer answer(Replanner.Repair repair) {
        long before = most;
        most = flow.first() + newcomersAdd();
        return new Answer(before, most, repair);
    }

    private int moved(int request, int pair) {
        int moved = pair;
        for (Newcomer newcomer : newcomers) {
            int place = Arrays.binarySearch(newcomer.request(), request);
            moved += place < 0 ? -place - 1 : place;
        }
        return moved;
    }

    /** The most that newcomers can add to the relaxation's optimum: what their best requests earn at its prices. */
    private long newcomersAdd() {
        if (newcomers.isEmpty()) {
            return 0;
        }
        double[] prices = flow.firstLevelPrices();
        return newcomers.stream().mapToLong(newcomer -> adds(newcomer, prices)).sum();
    }

    private long adds(Newcomer newcomer, double[] prices) {
        return Arrays.stream(newcomer.request())
                .mapToLong(request -> (long) Math.ceil(earns(request, prices) + 1e-6))
                .filter(earned -> earned > 0)
                .boxed()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(newcomer.numberLimit())
                .mapToLong(Long::longValue)
                .sum();
    }

    private double earns(int request, double[] prices) {
        double earned = problem.requestWeight()[request] - prices[request];
        for (int g = problem.requestGroup()[request]; g >= 0; g = problem.groupParent()[g]) {
            earned -= prices[problem.requests() + g];
        }
        return earned;
    }

    /** What the plan is worth now. */
    public PlanValue value() {
        return replanner.value();
    }
}
