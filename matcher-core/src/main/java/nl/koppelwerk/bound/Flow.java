package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.RequestsByVolunteer;
import org.jspecify.annotations.Nullable;

/**
 * The exact optimum of the problem without hours, day-parts and interactions: a flow from groups through requests and
 * volunteers, kept optimal while requests and pairs come and go.
 *
 * <p>Requests enter by falling weight, each by one shortest path over a few pairs at non-negative reduced costs. When
 * all are in, every pair is priced; those that would pay enter the same way, until none does. The same steps answer
 * what-if questions from the kept state.
 */
public final class Flow {

    private static final int FIRST_PAIRS = 12;
    private static final int ADDED_PAIRS = 6;

    /** One in so many nodes may have moved before pricing all pairs is cheaper. */
    private static final int MOST_MOVED = 8;

    private final Problem problem;
    private final Residual residual;
    private final FlowState state;
    private final CorePairs core;
    private final ShortestPath path;
    private final long firstLevelUnit;

    /** Asked for by what-if questions only. */
    private @Nullable RequestsByVolunteer requests;

    /** Solves the relaxation of the problem. */
    public Flow(Problem problem) {
        this.problem = problem;
        this.residual = new Residual(problem);
        this.firstLevelUnit = firstLevelUnit(problem);
        long[] served = Arrays.stream(problem.requestWeight())
                .map(weight -> weight * firstLevelUnit)
                .toArray();
        this.state = new FlowState(problem, residual);
        this.core = new CorePairs(problem, residual, served, FIRST_PAIRS);
        this.path = new ShortestPath(state, core);
        Integer[] order = IntStream.range(0, problem.requests())
                .filter(request -> !residual.isFixed(request))
                .boxed()
                .sorted(Comparator.comparingLong(request -> -problem.requestWeight()[request]))
                .toArray(Integer[]::new);
        for (int request : order) {
            insert(request);
        }
        settleAll();
    }

    /** What a unit of the first level earns: so much that no sum of values outweighs it, as far as numbers reach. */
    private static long firstLevelUnit(Problem problem) {
        long least = 0;
        long most = 0;
        for (int request = 0; request < problem.requests(); request++) {
            int low = 0;
            int high = 0;
            for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
                low = Math.min(low, problem.pairValue()[pair]);
                high = Math.max(high, problem.pairValue()[pair]);
            }
            least += low;
            most += high;
        }
        long unit = Math.addExact(Math.subtractExact(most, least), 1);
        long room = Long.MAX_VALUE / 1024;
        long heaviest = Arrays.stream(problem.requestWeight()).max().orElse(1);
        long largest = Math.max(1, room / Math.max(1, heaviest) / Math.max(1, problem.requests()));
        return Math.min(unit, largest);
    }

    private void insert(int request) {
        long best = Long.MIN_VALUE;
        for (int i = 0; i < core.count(request); i++) {
            int pair = core.pair(request, i);
            best = Math.max(best, core.profit(request, pair) + state.potential[state.entry(request, pair)]);
        }
        int group = state.groupNode(request);
        state.addUnserved(request);
        state.potential[request] = state.potential[group];
        long gain = best == Long.MIN_VALUE ? 0 : best - state.potential[group];
        if (gain > 0) {
            state.removeUnserved(request);
            state.potential[request] = best;
            if (path.find(request, group, gain)) {
                path.push(-1);
            } else {
                state.addUnserved(request);
            }
        }
    }

    /** Prices every pair and takes in those that pay, until none does. */
    private void settleAll() {
        int added = Integer.MAX_VALUE;
        while (added > 0) {
            added = 0;
            while (state.movedSize() > 0) {
                state.takeMoved();
            }
            for (int request = 0; request < problem.requests(); request++) {
                added += settle(request);
            }
        }
        while (state.movedSize() > 0) {
            state.takeMoved();
        }
    }

    /** Prices the pairs at those nodes only whose potentials moved; all of them where that is about as much. */
    private void settle() {
        while (state.movedSize() > 0) {
            if (state.movedSize() > state.nodes() / MOST_MOVED) {
                settleAll();
            } else {
                int node = state.takeMoved();
                if (state.mayPay(node)) {
                    settleNode(node);
                }
            }
        }
    }

    private void settleNode(int node) {
        if (node < problem.requests()) {
            int added = ADDED_PAIRS;
            while (added == ADDED_PAIRS) {
                added = settle(node);
            }
        } else if (state.isVolunteer(node)) {
            settleEntry(node, node - problem.requests());
        } else if (state.isHeavyEntry(node)) {
            settleEntry(node, node - problem.requests() - problem.volunteers());
        }
    }

    private void settleEntry(int entry, int volunteer) {
        for (int request : requestsOf(volunteer)) {
            int pair = pairWith(request, volunteer);
            if (state.entry(request, pair) == entry && pays(request, pair)) {
                core.add(request, pair);
                enter(request, pair);
            }
        }
    }

    /** Whether a pair that was never looked at earns more than what its two sides cost. */
    private boolean pays(int request, int pair) {
        return loss(request, pair) < 0
                && !residual.isFixed(request)
                && !core.has(request, pair)
                && !core.isForbidden(pair)
                && residual.usable(request, pair);
    }

    private int[] requestsOf(int volunteer) {
        if (requests == null) {
            requests = RequestsByVolunteer.of(problem);
        }
        return requests.of(volunteer);
    }

    private int settle(int request) {
        int added = 0;
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            if (pays(request, pair)) {
                core.add(request, pair);
                enter(request, pair);
                if (++added == ADDED_PAIRS) {
                    return added;
                }
            }
        }
        return added;
    }

    /** Lets a pair in that was not there: whoever gains by it moves. */
    private void enter(int request, int pair) {
        int entry = state.entry(request, pair);
        long gain = core.profit(request, pair) + state.potential[entry] - state.potential[request];
        path.offer(core.profit(request, pair));
        if (gain > 0 && path.find(entry, request, gain) && path.push(entry)) {
            state.match(request, pair);
        }
    }

    /**
     * The prices that show the optimum: of requests, then of groups, in units of the first level; the last is 1, the
     * price of the first level itself.
     */
    public double[] firstLevelPrices() {
        double[] prices = new double[problem.requests() + problem.groups() + 1];
        for (int request = 0; request < problem.requests(); request++) {
            if (!residual.isFixed(request)) {
                long price = state.potential[request] - state.potential[state.groupNode(request)];
                prices[request] = Math.max(0, price) / (double) firstLevelUnit;
            }
        }
        for (int group = 0; group < problem.groups(); group++) {
            int node = state.firstGroupNode() + group;
            long price = state.potential[node] - state.potential[state.parentNode(node)];
            prices[problem.requests() + group] = Math.max(0, price) / (double) firstLevelUnit;
        }
        prices[prices.length - 1] = 1;
        return prices;
    }

    /** What the relaxation's optimum loses at least when the request takes the pair, in units of its own objective. */
    public long loss(int request, int pair) {
        return state.potential[request] - core.profit(request, pair) - state.potential[state.entry(request, pair)];
    }

    /** Whether the flow looked at the pair while it searched: few pairs outside matter. */
    boolean hasInCore(int request, int pair) {
        return core.has(request, pair);
    }

    /** For each request the pair it takes in the relaxation, or -1; fixed pairs included. */
    public int[] pairs() {
        int[] pairs = problem.fixedPair().clone();
        for (int request = 0; request < pairs.length; request++) {
            if (pairs[request] < 0) {
                pairs[request] = state.matched[request];
            }
        }
        return pairs;
    }

    /** The first level of the relaxation's optimum. */
    public long first() {
        long sum = 0;
        int[] pairs = pairs();
        for (int request = 0; request < pairs.length; request++) {
            sum += pairs[request] >= 0 ? problem.requestWeight()[request] : 0;
        }
        return sum;
    }

    /** The second level of the relaxation's optimum: values only. */
    public long second() {
        return Arrays.stream(pairs())
                .filter(pair -> pair >= 0)
                .mapToLong(pair -> problem.pairValue()[pair])
                .sum();
    }

    /** Takes a pair out of the problem and mends the optimum. */
    public void forbid(int request, int pair) {
        core.forbid(pair);
        if (state.matched[request] == pair) {
            release(request);
            settle();
        }
    }

    /** Takes a forbidden pair back into the problem. */
    public void allow(int request, int pair) {
        core.allow(pair);
        takeBack(request, pair);
        settle();
    }

    /** Takes the request away from its volunteer; both are settled anew by one path. */
    private void release(int request) {
        int entry = state.entry(request, state.matched[request]);
        state.unmatch(request);
        path.find(request, entry, Long.MAX_VALUE / 4);
        path.push(-1);
    }

    private void takeBack(int request, int pair) {
        if (pays(request, pair)) {
            core.add(request, pair);
        }
        if (core.has(request, pair)) {
            enter(request, pair);
        }
    }

    /** Takes a volunteer out: its requests go elsewhere, or nowhere. */
    public void forbidVolunteer(int volunteer) {
        for (int request : requestsOf(volunteer)) {
            core.forbid(pairWith(request, volunteer));
        }
        for (int request : state.servedBy(volunteer)) {
            release(request);
        }
        settle();
    }

    /** Takes a volunteer back who was out. */
    public void allowVolunteer(int volunteer) {
        for (int request : requestsOf(volunteer)) {
            int pair = pairWith(request, volunteer);
            core.allow(pair);
            takeBack(request, pair);
        }
        settle();
    }

    private int pairWith(int request, int volunteer) {
        int from = problem.pairStart()[request];
        return Arrays.binarySearch(problem.pairVolunteer(), from, problem.pairStart()[request + 1], volunteer);
    }

    /** Makes a pair worth more than anything else, so that the optimum takes it; false when it cannot be taken at all. */
    public boolean force(int request, int pair) {
        if (residual.isFixed(request) || !residual.usable(request, pair)) {
            return false;
        }
        core.favour(pair);
        if (!core.has(request, pair)) {
            core.add(request, pair);
        }
        if (state.matched[request] != pair) {
            enter(request, pair);
            settle();
        }
        return true;
    }

    /** Ends what {@link #force} began. */
    public void unforce(int request, int pair) {
        core.favour(-1);
        if (state.matched[request] == pair) {
            release(request);
            settle();
        }
    }
}
