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
import org.jspecify.annotations.Nullable;

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

    /** The relaxation's prices with which {@link #most} was reckoned; what newcomers add goes by the same. */
    private double @Nullable [] prices;

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
        double[] current = prices == null ? flow.firstLevelPrices() : prices;
        long before = most;
        prices = current;
        most += adds(newcomer, current);
        return new Answer(before, most, replanner.arrive(newcomer));
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
        long after = flow.first() + newcomersAdd(flow.firstLevelPrices());
        flow.unforce(request, pair);
        return replanner.force(request, moved(request, pair)).map(repair -> new Answer(before, after, repair));
    }

    private Answer answer(Replanner.Repair repair) {
        long before = most;
        double[] current = flow.firstLevelPrices();
        prices = current;
        most = flow.first() + newcomersAdd(current);
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
    private long newcomersAdd(double[] current) {
        return newcomers.stream().mapToLong(newcomer -> adds(newcomer, current)).sum();
    }

    private long adds(Newcomer newcomer, double[] current) {
        long[] earned = Arrays.stream(newcomer.request())
                .mapToLong(request -> (long) Math.ceil(earns(request, current) + 1e-6))
                .filter(earns -> earns > 0)
                .sorted()
                .toArray();
        return Arrays.stream(earned, Math.max(0, earned.length - newcomer.numberLimit()), earned.length)
                .sum();
    }

    private double earns(int request, double[] current) {
        double earned = problem.requestWeight()[request] - current[request];
        for (int g = problem.requestGroup()[request]; g >= 0; g = problem.groupParent()[g]) {
            earned -= current[problem.requests() + g];
        }
        return earned;
    }

    /** What the plan is worth now. */
    public PlanValue value() {
        return replanner.value();
    }
}
