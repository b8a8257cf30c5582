package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import nl.koppelwerk.exact.Branch.Decision;
import nl.koppelwerk.problem.Problem;

/**
 * Splits the plans into parts until no part can hold a better one. The linear program says where to split; that a part
 * holds nothing better is always shown by a bound in whole numbers.
 */
final class Tree implements AutoCloseable {

    private static final int ROOT_ROUNDS = 40;
    private static final int ROUNDS = 4;
    private static final int MOST_SOLVES = 200;
    private static final int SOLVES_BEFORE_CUTS_END = 10;
    private static final int SMALLEST_GAIN = 50;

    private final Given given;
    private final Problem problem;
    private final Level level;
    private final Master master;
    private final Cuts cuts;
    private final PlanFinder plans;
    private final Splitting splitting;
    private final PriorityQueue<Branch> open = new PriorityQueue<>(Comparator.comparingLong(Branch::value)
            .thenComparingInt(Branch::depth)
            .reversed());
    private final List<Branch> closed = new ArrayList<>();
    private int nodes;
    private long abandoned = Long.MIN_VALUE;

    Tree(Given given, Level level, Scored incumbent, List<Branch> parts) {
        this.given = given;
        this.problem = given.problem();
        this.level = level;
        this.master = new Master(problem, given.residual(), level);
        this.cuts = new Cuts(given, level, master);
        this.plans = new PlanFinder(given, master, cuts, incumbent);
        this.splitting = new Splitting(given, master);
        open.addAll(parts);
    }

    /** Gives the linear program sets to start from. */
    void startFrom(List<Bundle> bundles) {
        bundles.forEach(master::add);
    }

    /** Searches until everything is shown, so many nodes are looked at, or the clock says stop; after each tells the bound. */
    void search(int mostNodes, BooleanSupplier clockStops, LongConsumer tellBound) {
        while (!open.isEmpty()) {
            if (cannotImprove(open.peek().value())) {
                closed.addAll(open);
                open.clear();
            } else if (nodes >= mostNodes || clockStops.getAsBoolean()) {
                return;
            } else {
                nodes++;
                look(open.poll(), clockStops);
                tellBound.accept(bound());
            }
        }
    }

    Scored best() {
        return plans.best();
    }

    int nodes() {
        return nodes;
    }

    /** The parts that together hold every plan as good as the best. */
    List<Branch> parts() {
        List<Branch> parts = new ArrayList<>(closed);
        parts.addAll(open);
        return parts;
    }

    /** What no plan exceeds on this level. */
    long bound() {
        long value = abandoned;
        for (Branch branch : open) {
            value = Math.max(value, branch.value());
        }
        return value == Long.MIN_VALUE ? reached() : Math.max(reached(), level.unscaled(value));
    }

    private long reached() {
        return level.of(plans.best());
    }

    private boolean cannotImprove(long value) {
        return level.unscaled(value) <= reached();
    }

    private void look(Branch branch, BooleanSupplier clockStops) {
        BitSet excluded = new BitSet(problem.pairs());
        BitSet served = new BitSet(problem.requests());
        branch.collect(problem.pairStart(), excluded, served);
        master.restrict(excluded, served);
        if (nodes == 1 && !level.isSecond()) {
            findPlanGoodOnBoth(excluded, served, clockStops);
        }
        long value = branch.value();
        long before = value;
        Pricing pricing = null;
        int cutRounds = 0;
        boolean searched = nodes > 1 && !level.isSecond();
        for (int solve = 0; solve < MOST_SOLVES && !clockStops.getAsBoolean() && master.solve(); solve++) {
            pricing = Pricing.of(given, master, excluded);
            boolean added = pricing.addBetterSets(master);
            value = Math.min(value, level.lessHeld(pricing.value(), pricing.prices()));
            if (cannotImprove(value)) {
                break;
            }
            if (added) {
                continue;
            }
            plans.round();
            boolean gains = before - value > (value - reached() * level.scale()) / SMALLEST_GAIN;
            boolean enough = nodes == 1 ? cutRounds == ROOT_ROUNDS : cutRounds > 0 && !gains || cutRounds == ROUNDS;
            if (enough || cuts.add() == 0) {
                if (searched) {
                    break;
                }
                searched = true;
                plans.search(excluded, served);
            }
            before = value;
            cutRounds++;
        }
        Branch looked = new Branch(branch.parent(), branch.decision(), value, branch.depth());
        if (cannotImprove(value)) {
            closed.add(looked);
        } else {
            split(pricing == null ? looked : narrowed(looked, pricing, excluded), excluded, served, pricing != null);
        }
    }

    /** Before the proof, which looks at the first level alone: a plan that is good on the second as well. */
    private void findPlanGoodOnBoth(BitSet excluded, BitSet served, BooleanSupplier clockStops) {
        long dearest = Arrays.stream(problem.pairValue()).max().orElse(0);
        master.countFit(level.scale() / (1 + Math.max(0, dearest)));
        for (int solve = 0; solve < MOST_SOLVES && !clockStops.getAsBoolean() && master.solve(); solve++) {
            if (!Pricing.of(given, master, excluded).addBetterSets(master)
                    && (solve > SOLVES_BEFORE_CUTS_END || cuts.add() == 0)) {
                plans.round();
                plans.search(excluded, served);
                break;
            }
        }
        master.countFit(0);
    }

    /** The branch without the pairs that no plan of use in it can take: none that ties on the first level, none that does not better the second. */
    private Branch narrowed(Branch branch, Pricing pricing, BitSet excluded) {
        long needed = Math.multiplyExact(reached() + (level.isSecond() ? 1 : 0), level.scale());
        BitSet out = pricing.useless(level.withHeld(needed, pricing.prices()));
        if (out.isEmpty()) {
            return branch;
        }
        excluded.or(out);
        return new Branch(branch, new Decision.Narrowed(out), branch.value(), branch.depth());
    }

    private void split(Branch branch, BitSet excluded, BitSet served, boolean advised) {
        Decision[] decisions = splitting.decisions(excluded, served, advised);
        for (Decision decision : decisions) {
            open.add(new Branch(branch, decision, branch.value(), branch.depth() + 1));
        }
        if (decisions.length == 0) {
            switch (splitting.only(excluded, served)) {
                case SinglePlan.Possible(var plan) -> plans.propose(plan);
                case SinglePlan.NotPossible _ -> {}
                case SinglePlan.NotKnown _ -> abandoned = Math.max(abandoned, branch.value());
            }
        }
    }

    @Override
    public void close() {
        master.close();
    }
}
