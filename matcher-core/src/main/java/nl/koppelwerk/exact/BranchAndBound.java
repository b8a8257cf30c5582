package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.exact.Branch.Decision;
import nl.koppelwerk.problem.Problem;

/**
 * Splits the plans into parts until no part can hold a better one. The linear relaxation says where to split; that a
 * part holds nothing better is always shown by a bound in whole numbers.
 */
final class BranchAndBound {

    private static final int ROOT_ROUNDS = 12;
    private static final int ROUNDS = 4;
    private static final int MOST_SOLVES = 40;
    private static final double FRACTION = 1e-5;

    private final Problem problem;
    private final Residual residual;
    private final Aim aim;
    private final LinearRelaxation relaxation;
    private final Rounding rounding;
    private final HullCuts hullCuts;
    private final FamilyCuts familyCuts;
    private final PriorityQueue<Branch> open = new PriorityQueue<>(Comparator.comparingLong(Branch::value)
            .thenComparingInt(Branch::depth)
            .reversed());
    private final List<Branch> closed = new ArrayList<>();
    private Scored best;
    private int nodes;
    private long abandoned = Long.MIN_VALUE;
    private boolean levelsMixed;

    BranchAndBound(Problem problem, Residual residual, Aim aim, BitSet core, Scored incumbent, List<Branch> parts) {
        this.problem = problem;
        this.residual = residual;
        this.aim = aim;
        this.relaxation = new LinearRelaxation(problem, residual, aim, core);
        this.rounding = new Rounding(problem, residual);
        this.hullCuts = new HullCuts(problem, residual);
        this.familyCuts = new FamilyCuts(problem, aim.second() > 0);
        this.best = incumbent;
        open.addAll(parts);
    }

    /** Searches until everything is shown, so many nodes are looked at, or the clock says stop. */
    void search(int mostNodes, BooleanSupplier clockStops) {
        try (relaxation) {
            while (!open.isEmpty() && !levelsMixed) {
                if (cannotImprove(open.peek().value())) {
                    closed.addAll(open);
                    open.clear();
                } else if (nodes >= mostNodes || clockStops.getAsBoolean()) {
                    return;
                } else {
                    nodes++;
                    look(open.poll());
                }
            }
        }
    }

    Scored best() {
        return best;
    }

    int nodes() {
        return nodes;
    }

    /** Whether a unit of the first level counted too little, so that plans serving less came out best. */
    boolean levelsMixed() {
        return levelsMixed;
    }

    /** The parts that together hold every plan as good as the best. */
    List<Branch> parts() {
        List<Branch> parts = new ArrayList<>(closed);
        parts.addAll(open);
        return parts;
    }

    /** What no plan exceeds on the level aimed at. */
    long bound() {
        long value = abandoned;
        for (Branch branch : open) {
            value = Math.max(value, branch.value());
        }
        long own = aim.second() == 0 ? best.first() : best.second();
        return value == Long.MIN_VALUE ? own : Math.max(own, level(value));
    }

    private long level(long value) {
        long reward = aim.second() == 0 ? 0 : aim.first() * aim.scale() * best.first();
        return Math.floorDiv(value - reward, aim.scale());
    }

    private boolean cannotImprove(long value) {
        return level(value) <= (aim.second() == 0 ? best.first() : best.second());
    }

    private void look(Branch branch) {
        BitSet excluded = new BitSet(problem.pairs());
        BitSet served = new BitSet(problem.requests());
        branch.collect(problem.pairStart(), excluded, served);
        relaxation.restrict(excluded, served);
        int rounds = branch.depth() == 0 ? ROOT_ROUNDS : ROUNDS;
        long value = branch.value();
        PricedBound priced = null;
        int cutRounds = 0;
        for (int round = 0; round < MOST_SOLVES && relaxation.solve(); round++) {
            priced = new PricedBound(problem, residual, relaxation.prices());
            BitSet missing = new BitSet();
            long shown = priced.value(excluded::get, pair -> missing.set(pair, !relaxation.has(pair)));
            boolean gains = shown < value - (value - aimedAt()) / 50;
            value = Math.min(value, shown);
            if (cannotImprove(value)) {
                closed.add(new Branch(branch.parent(), branch.decision(), value, branch.depth()));
                return;
            }
            if (!missing.isEmpty()) {
                relaxation.add(missing);
                continue;
            }
            round(priced);
            if (cutRounds > 0 && !gains || cutRounds == rounds || addCuts() == 0) {
                break;
            }
            cutRounds++;
        }
        Branch narrowed = priced == null ? branch : narrowed(branch, priced, value, excluded);
        split(narrowed, value, excluded, served, priced != null);
    }

    private int addCuts() {
        return hullCuts.add(relaxation) + familyCuts.add(relaxation);
    }

    /** The value that a part must exceed to be worth a look. */
    private long aimedAt() {
        long own = aim.second() == 0 ? best.first() : aim.first() * best.first() + best.second();
        return own * aim.scale();
    }

    /** Whether plans within the bound are no use to this search, nor, when they serve as much, to the next. */
    private boolean isWorse(long value) {
        return aim.second() == 0 ? level(value) < best.first() : cannotImprove(value);
    }

    /** The branch without the pairs that no plan of use in it can take. */
    private Branch narrowed(Branch branch, PricedBound priced, long value, BitSet excluded) {
        long[] withEach = priced.valueWithEach(excluded::get);
        BitSet out = new BitSet();
        for (int pair = 0; pair < withEach.length; pair++) {
            if (withEach[pair] != Long.MIN_VALUE && isWorse(withEach[pair])) {
                out.set(pair);
            }
        }
        if (out.isEmpty()) {
            return branch;
        }
        excluded.or(out);
        return new Branch(branch, new Decision.Narrowed(out), value, branch.depth());
    }

    private void round(PricedBound priced) {
        double unit = 1e-9 / aim.scale() / Math.max(1, aim.first());
        int[] preferred = relaxation.columns().stream()
                .sorted(Comparator.comparingDouble(
                        pair -> -relaxation.taken(pair) - unit * priced.profit(relaxation.requestOf(pair), pair)))
                .mapToInt(pair -> pair)
                .toArray();
        rounding.plan(preferred)
                .map(plan -> Scored.of(problem, plan))
                .filter(plan -> plan.isBetterThan(best))
                .ifPresent(plan -> best = plan);
    }

    private void split(Branch branch, long value, BitSet excluded, BitSet served, boolean advised) {
        if (cannotImprove(value)) {
            closed.add(new Branch(branch.parent(), branch.decision(), value, branch.depth()));
            return;
        }
        if (advised && aim.second() > 0 && servedWeight() < best.first() - 0.5) {
            levelsMixed = true;
            open.add(branch);
            return;
        }
        Decision[] decisions = advised ? fractional(excluded, served) : new Decision[0];
        if (decisions.length == 0) {
            decisions = undecided(excluded, served, advised);
        }
        for (Decision decision : decisions) {
            open.add(new Branch(branch, decision, value, branch.depth() + 1));
        }
        if (decisions.length == 0) {
            leaf(value, excluded, served);
        }
    }

    /** The request whose being served is most in doubt, or else the pair. */
    private Decision[] fractional(BitSet excluded, BitSet served) {
        int doubtful = -1;
        double mostDoubt = FRACTION;
        for (int request = 0; request < problem.requests(); request++) {
            double sum = 0;
            for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
                sum += relaxation.taken(pair);
            }
            if (!residual.isFixed(request) && !served.get(request) && Math.min(sum, 1 - sum) > mostDoubt) {
                mostDoubt = Math.min(sum, 1 - sum);
                doubtful = request;
            }
        }
        if (doubtful >= 0) {
            return new Decision[] {new Decision.Served(doubtful, true), new Decision.Served(doubtful, false)};
        }
        return relaxation.columns().stream()
                .filter(pair -> !excluded.get(pair) && doubt(pair) > FRACTION)
                .max(Comparator.comparingDouble(this::doubt))
                .map(pair -> onPair(relaxation.requestOf(pair), pair))
                .orElse(new Decision[0]);
    }

    private double servedWeight() {
        double sum = 0;
        for (int request = 0; request < problem.requests(); request++) {
            sum += residual.isFixed(request) ? problem.requestWeight()[request] : 0;
        }
        for (int pair : relaxation.columns()) {
            sum += relaxation.taken(pair) * problem.requestWeight()[relaxation.requestOf(pair)];
        }
        return sum;
    }

    private double doubt(int pair) {
        return Math.min(relaxation.taken(pair), 1 - relaxation.taken(pair));
    }

    private static Decision[] onPair(int request, int pair) {
        return new Decision[] {new Decision.Taken(request, pair, true), new Decision.Taken(request, pair, false)};
    }

    /** Anything not decided yet, taken pairs first: the relaxation sees no doubt, but its solution is no plan. */
    private Decision[] undecided(BitSet excluded, BitSet served, boolean advised) {
        int[] free = IntStream.range(0, problem.requests())
                .filter(request -> !residual.isFixed(request) && !isDecided(request, excluded, served))
                .toArray();
        if (advised) {
            for (int request : free) {
                for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
                    if (relaxation.taken(pair) > 0.5 && !excluded.get(pair)) {
                        return onPair(request, pair);
                    }
                }
            }
        }
        return Arrays.stream(free)
                .mapToObj(request -> onPair(request, firstOpen(request, excluded)))
                .findFirst()
                .orElse(new Decision[0]);
    }

    private int firstOpen(int request, BitSet excluded) {
        return excluded.nextClearBit(problem.pairStart()[request]);
    }

    private boolean isDecided(int request, BitSet excluded, BitSet served) {
        int pair = firstOpen(request, excluded);
        int end = problem.pairStart()[request + 1];
        return pair >= end || served.get(request) && excluded.nextClearBit(pair + 1) >= end;
    }

    /** Every request is decided: the one plan left is tried, and when it cannot be had the part is empty. */
    private void leaf(long value, BitSet excluded, BitSet served) {
        int[] pairs = IntStream.range(0, problem.requests())
                .filter(request -> served.get(request))
                .map(request -> firstOpen(request, excluded))
                .toArray();
        boolean allThere = IntStream.range(0, problem.requests())
                .filter(served::get)
                .allMatch(request -> firstOpen(request, excluded) < problem.pairStart()[request + 1]);
        if (!allThere) {
            return;
        }
        SinglePlan only = SinglePlan.of(problem, residual, pairs);
        switch (only) {
            case SinglePlan.Possible(var plan) -> {
                Scored scored = Scored.of(problem, plan);
                if (scored.isBetterThan(best)) {
                    best = scored;
                } else if (aim.second() > 0 && scored.first() < best.first() && !cannotImprove(value)) {
                    levelsMixed = true;
                }
            }
            case SinglePlan.NotPossible _ -> {}
            case SinglePlan.NotKnown _ -> abandoned = Math.max(abandoned, value);
        }
    }
}
