package nl.koppelwerk.solver.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Problem;

/**
 * Betters a plan by chains: a request gets a volunteer, whoever is in its way looks for another, a few steps deep.
 *
 * <p>Every state that it leaves the ledger in keeps every rule.
 */
public final class Chains {

    private static final int MOST_OUT = 2;

    private final Ledger ledger;
    private final Problem problem;
    private final Draft draft;
    private final PairOrder order;
    private final GroupMembers groups;
    private SplittableRandom random;
    private final int[] out = new int[64];
    private final boolean[] isLocked;
    private final int[] bestValue;
    private long baseWeight;
    private long baseFit;
    private long hopedWeight;
    private long hopedFit;
    private int outs;
    private int budget;

    public Chains(Ledger ledger, PairOrder order, long seed) {
        this.ledger = ledger;
        this.problem = ledger.problem();
        this.draft = new Draft(ledger);
        this.order = order;
        this.groups = new GroupMembers(problem);
        this.random = new SplittableRandom(seed);
        this.isLocked = new boolean[problem.requests()];
        this.bestValue = bestValues(problem);
    }

    /** These chains on the ledger that a newcomer has joined; chance begins anew. */
    public Chains joinedBy(Newcomer newcomer, Ledger joined, PairOrder joinedOrder, long seed) {
        return new Chains(this, newcomer, joined, joinedOrder, seed);
    }

    private Chains(Chains before, Newcomer newcomer, Ledger ledger, PairOrder order, long seed) {
        this.ledger = ledger;
        this.problem = ledger.problem();
        this.draft = new Draft(ledger);
        this.order = order;
        this.groups = before.groups;
        this.random = new SplittableRandom(seed);
        this.isLocked = new boolean[problem.requests()];
        this.bestValue = before.bestValue.clone();
        for (int i = 0; i < newcomer.request().length; i++) {
            int request = newcomer.request()[i];
            bestValue[request] = Math.max(bestValue[request], newcomer.value()[i]);
        }
    }

    /** From here on chance goes as it would have gone from the start with this seed. */
    public void reseed(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Requests changed since the last {@link #keep}, once for each change. */
    public int changes() {
        return draft.mark();
    }

    public int changed(int change) {
        return draft.request(change);
    }

    /** Accepts what was changed. */
    public void keep() {
        draft.keep();
    }

    /** Takes back what was changed since the last {@link #keep}. */
    public void takeBack() {
        draft.backTo(0);
    }

    /**
     * Looks for a chain from this request that makes the plan better, and leaves the plan so.
     *
     * @param tries how many placements to try at most
     * @param depth how many times in a row a request may push others out
     */
    public boolean improve(int request, int tries, int depth) {
        if (ledger.isDecided(request) || problem.pairsFrom(request) == problem.pairsEnd(request)) {
            return false;
        }
        int start = begin(request, tries);
        pushOut(request);
        return end(start, settle(depth));
    }

    /**
     * Looks for a chain in which this request gets this pair and that makes the plan better, and leaves the plan so.
     *
     * @param tries how many placements to try at most
     * @param depth how many times in a row a request may push others out
     */
    public boolean improveBy(int request, int pair, int tries, int depth) {
        if (ledger.isDecided(request) || ledger.pair(request) == pair) {
            return false;
        }
        int start = begin(request, tries);
        isLocked[request] = true;
        boolean better = makeRoom(request, pair) && settle(depth);
        isLocked[request] = false;
        return end(start, better);
    }

    /** The change from which a chain that is no better goes back. */
    private int begin(int request, int tries) {
        int start = draft.mark();
        baseWeight = ledger.weight();
        baseFit = ledger.fit();
        hopedWeight = 0;
        hopedFit = 0;
        outs = 0;
        budget = tries;
        if (ledger.isServed(request)) {
            draft.release(request);
        }
        return start;
    }

    private boolean end(int start, boolean better) {
        while (outs > 0) {
            takeLastOut();
        }
        if (!better) {
            draft.backTo(start);
        }
        return better;
    }

    /** Puts the request with a volunteer whatever it costs, and lets those pushed out find what is left. */
    public void kick(int request) {
        if (ledger.isDecided(request) || problem.pairsFrom(request) == problem.pairsEnd(request)) {
            return;
        }
        if (ledger.isServed(request)) {
            draft.release(request);
        }
        int p = problem.pairsFrom(request) + random.nextInt(problem.pairsEnd(request) - problem.pairsFrom(request));
        outs = 0;
        int start = draft.mark();
        if (!makeRoom(request, p)) {
            draft.backTo(start);
        }
        int pushed = outs;
        for (int i = 0; i < pushed; i++) {
            placeDirectly(out[i]);
        }
        while (outs > 0) {
            takeLastOut();
        }
        if (!ledger.isServed(request)) {
            placeDirectly(request);
        }
    }

    /** Gives the request this pair, pushing out whoever is in its way; false, and nothing changed, when that cannot be. */
    public boolean force(int request, int pair) {
        return forced(request, () -> makeRoom(request, pair)) || forced(request, () -> makeAllRoom(request, pair));
    }

    private boolean forced(int request, BooleanSupplier place) {
        int start = draft.mark();
        outs = 0;
        if (ledger.isServed(request)) {
            draft.release(request);
        }
        isLocked[request] = true;
        boolean placed = place.getAsBoolean();
        isLocked[request] = false;
        while (outs > 0) {
            takeLastOut();
        }
        if (!placed) {
            draft.backTo(start);
        }
        return placed;
    }

    /** Leaves the request unserved. */
    public void release(int request) {
        draft.release(request);
    }

    public int random(int bound) {
        return random.nextInt(bound);
    }

    /** Finds places for all that are out so that the plan is better than the base; restores its own changes if not. */
    private boolean settle(int depth) {
        if (isBetter()) {
            placeTheRest();
            return true;
        }
        if (outs == 0 || budget <= 0 || !isHopeful()) {
            return false;
        }
        int r = takeLastOut();
        isLocked[r] = true;
        boolean better = seat(r, depth);
        if (!better && outs > 0) {
            better = settle(depth);
        }
        isLocked[r] = false;
        pushOut(r);
        return better;
    }

    private boolean seat(int r, int depth) {
        int mark = draft.mark();
        if (placeDirectly(r)) {
            if (settle(depth)) {
                return true;
            }
            draft.backTo(mark);
        }
        return depth > 0 && seatByPushing(r, depth);
    }

    private boolean seatByPushing(int r, int depth) {
        int from = problem.pairsFrom(r);
        int choices = problem.pairsEnd(r) - from;
        int near = Math.min(choices, 6);
        int far = Math.min(choices - near, 3);
        int turn = random.nextInt(near);
        for (int i = 0; i < near + far && budget > 0; i++) {
            int place = i < near ? (i + turn) % near : near + random.nextInt(choices - near);
            int mark = draft.mark();
            int before = outs;
            if (makeRoom(r, order.at(from + place)) && settle(depth - 1)) {
                while (outs > before) {
                    takeLastOut();
                }
                return true;
            }
            while (outs > before) {
                takeLastOut();
            }
            draft.backTo(mark);
        }
        return false;
    }

    private boolean placeDirectly(int r) {
        if (!problem.isFixed(r) && ledger.fullGroup(r) >= 0) {
            return false;
        }
        budget--;
        int from = problem.pairsFrom(r);
        int end = Math.min(problem.pairsEnd(r), from + 64);
        for (int i = from; i < end; i++) {
            if (draft.place(r, order.at(i))) {
                return true;
            }
        }
        return false;
    }

    private void placeTheRest() {
        for (int i = 0; i < outs; i++) {
            if (!ledger.isServed(out[i])) {
                placeDirectly(out[i]);
            }
        }
    }

    /** Places the request, pushing out those in its way; false, with changes to take back, when that cannot be done. */
    private boolean makeRoom(int r, int p) {
        budget--;
        int v = problem.pairVolunteer()[p];
        return hasDayParts(r, p)
                && pushFromGroups(r)
                && (draft.place(r, p) || pushOne(r, p, v) || pushSeveral(r, p, v));
    }

    /** As {@link #makeRoom}, with everybody out who may have to go: who can stay finds that later. */
    private boolean makeAllRoom(int r, int p) {
        int[] inTheWay = IntStream.concat(
                        IntStream.of(membersOf(problem.pairVolunteer()[p])),
                        ledger.partnersOf(r).filter(other -> ledger.isServed(other) && !ledger.isDecided(other)))
                .distinct()
                .toArray();
        if (inTheWay.length >= out.length - 2) {
            return false;
        }
        for (int other : inTheWay) {
            draft.release(other);
            pushOut(other);
        }
        return makeRoom(r, p);
    }

    private boolean hasDayParts(int r, int p) {
        return problem.requestSlots()[r] <= Long.bitCount(problem.pairDayParts()[p]);
    }

    private boolean pushFromGroups(int r) {
        for (int full = ledger.fullGroup(r); full >= 0; full = ledger.fullGroup(r)) {
            int victim = groups.lightest(ledger, full, random, isLocked);
            if (victim < 0 || outs >= out.length - 2) {
                return false;
            }
            draft.release(victim);
            pushOut(victim);
        }
        return true;
    }

    /** Pushes out the one request whose leaving makes room at the least loss. */
    private boolean pushOne(int r, int p, int v) {
        int best = -1;
        for (int other : membersOf(v)) {
            if ((best < 0 || isLighter(other, best)) && makesRoom(other, r, p)) {
                best = other;
            }
        }
        if (best < 0) {
            return false;
        }
        draft.release(best);
        pushOut(best);
        return draft.place(r, p);
    }

    private boolean makesRoom(int other, int r, int p) {
        int mark = draft.mark();
        draft.release(other);
        boolean fits = draft.place(r, p);
        draft.backTo(mark);
        return fits;
    }

    private boolean isLighter(int a, int b) {
        int byWeight = Long.compare(problem.requestWeight()[a], problem.requestWeight()[b]);
        return byWeight < 0 || byWeight == 0 && random.nextInt(2) == 0;
    }

    /** The volunteer's requests that may be pushed out: neither fixed nor placed earlier in this chain. */
    private int[] membersOf(int v) {
        int count = 0;
        for (int r = ledger.firstOf(v); r >= 0; r = ledger.nextOf(r)) {
            count += ledger.isDecided(r) || isLocked[r] ? 0 : 1;
        }
        int[] members = new int[count];
        for (int r = ledger.firstOf(v); r >= 0; r = ledger.nextOf(r)) {
            if (!ledger.isDecided(r) && !isLocked[r]) {
                members[--count] = r;
            }
        }
        return members;
    }

    private boolean pushSeveral(int r, int p, int v) {
        for (int pushed = 0; pushed < MOST_OUT; pushed++) {
            int lightest = -1;
            for (int other : membersOf(v)) {
                if (lightest < 0 || isLighter(other, lightest)) {
                    lightest = other;
                }
            }
            if (lightest < 0 || outs >= out.length - 2) {
                return false;
            }
            draft.release(lightest);
            pushOut(lightest);
            if (draft.place(r, p)) {
                return true;
            }
        }
        return false;
    }

    private void pushOut(int r) {
        out[outs++] = r;
        isLocked[r] = true;
        hopedWeight += problem.requestWeight()[r];
        hopedFit += bestValue(r);
    }

    private int takeLastOut() {
        int r = out[--outs];
        isLocked[r] = false;
        hopedWeight -= problem.requestWeight()[r];
        hopedFit -= bestValue(r);
        return r;
    }

    private long bestValue(int r) {
        return bestValue[r];
    }

    private static int[] bestValues(Problem problem) {
        int[] best = new int[problem.requests()];
        for (int r = 0; r < best.length; r++) {
            best[r] = Integer.MIN_VALUE;
            for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                best[r] = Math.max(best[r], problem.pairValue()[p]);
            }
        }
        return best;
    }

    private boolean isBetter() {
        return ledger.weight() > baseWeight || ledger.weight() == baseWeight && ledger.fit() > baseFit;
    }

    /** Whether the plan would be better if all that are out got their best pair. */
    private boolean isHopeful() {
        long weight = ledger.weight() + hopedWeight;
        return weight > baseWeight || weight == baseWeight && ledger.fit() + hopedFit > baseFit;
    }
}
