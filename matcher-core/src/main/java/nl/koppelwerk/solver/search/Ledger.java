package nl.koppelwerk.solver.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Partners;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/**
 * A plan in the making with every load and both levels of its value kept up to date at each change.
 *
 * <p>It can hold a plan that breaks rules: {@link #breaches} then says by how much.
 */
public final class Ledger {

    private static final int NONE = -1;

    private final Problem problem;
    private final Partners partners;
    private final int[] pair;
    private final long[] dayParts;
    private final int[] first;
    private final int[] next;
    private final int[] previous;
    private final int[] number;
    private final int[] heavy;
    private final long[] hours;
    private final int[] newlyServed;
    private final BitSet barred = new BitSet();
    private final BitSet decided = new BitSet();
    private long breaches;
    private long weight;
    private long fit;

    /** An empty ledger: not even the fixed pairs are entered, so that each of them is a breach. */
    public Ledger(Problem problem) {
        this.problem = problem;
        this.partners = Partners.of(problem);
        this.pair = filled(problem.requests());
        this.dayParts = new long[problem.requests()];
        this.first = filled(problem.volunteers());
        this.next = filled(problem.requests());
        this.previous = filled(problem.requests());
        this.number = new int[problem.volunteers()];
        this.heavy = new int[problem.volunteers()];
        this.hours = new long[problem.volunteers()];
        this.newlyServed = new int[problem.groups()];
        this.breaches = Arrays.stream(problem.fixedPair()).filter(p -> p >= 0).count();
    }

    public static Ledger of(Problem problem, Plan plan) {
        Ledger ledger = new Ledger(problem);
        for (int r = 0; r < problem.requests(); r++) {
            ledger.set(r, plan.pair()[r], plan.dayParts()[r]);
        }
        return ledger;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    public Problem problem() {
        return problem;
    }

    public Plan plan() {
        return new Plan(pair.clone(), dayParts.clone());
    }

    public PlanValue value() {
        return new PlanValue(weight, fit);
    }

    /**
     * How far the plan is over its limits: requests, heavy requests, hours, day-parts promised twice, group places, and
     * fixed pairs not kept.
     */
    public long breaches() {
        return breaches;
    }

    public long weight() {
        return weight;
    }

    public long fit() {
        return fit;
    }

    public int pair(int request) {
        return pair[request];
    }

    public long dayParts(int request) {
        return dayParts[request];
    }

    public boolean isServed(int request) {
        return pair[request] >= 0;
    }

    /** First request of the volunteer, or -1. */
    public int firstOf(int volunteer) {
        return first[volunteer];
    }

    /** The request after this one at the same volunteer, or -1. */
    public int nextOf(int request) {
        return next[request];
    }

    public int numberLeft(int volunteer) {
        return problem.volunteerNumberLimit()[volunteer] - number[volunteer];
    }

    /** Rules the pair out from now on, or back in. */
    public void bar(int candidate, boolean out) {
        barred.set(candidate, out);
    }

    /** Has the request keep the pair it has from now on, or no longer. */
    public void decide(int request, boolean keeps) {
        decided.set(request, keeps);
    }

    /** This ledger for the problem that the newcomer has joined; nothing is entered anew. */
    public Ledger joinedBy(Newcomer newcomer, Problem joined) {
        Ledger more = new Ledger(this, newcomer.moved(pair), joined);
        int added = 0;
        for (int p = barred.nextSetBit(0); p >= 0; p = barred.nextSetBit(p + 1)) {
            while (added < newcomer.request().length && problem.pairsEnd(newcomer.request()[added]) <= p) {
                added++;
            }
            more.barred.set(p + added);
        }
        return more;
    }

    private Ledger(Ledger before, int[] movedPairs, Problem joined) {
        this.problem = joined;
        this.partners = before.partners;
        this.pair = movedPairs;
        this.dayParts = before.dayParts.clone();
        this.first = filled(joined.volunteers());
        System.arraycopy(before.first, 0, first, 0, before.first.length);
        this.next = before.next.clone();
        this.previous = before.previous.clone();
        this.number = Arrays.copyOf(before.number, joined.volunteers());
        this.heavy = Arrays.copyOf(before.heavy, joined.volunteers());
        this.hours = Arrays.copyOf(before.hours, joined.volunteers());
        this.newlyServed = before.newlyServed.clone();
        this.decided.or(before.decided);
        this.breaches = before.breaches;
        this.weight = before.weight;
        this.fit = before.fit;
    }

    /** Whether the request keeps its pair: it is fixed in the problem, or was decided since. */
    public boolean isDecided(int request) {
        return problem.isFixed(request) || decided.get(request);
    }

    /** Whether the volunteer's number, heavy and hours limits leave room for the pair; day-parts aside. */
    public boolean hasRoom(int request, int candidate) {
        int v = problem.pairVolunteer()[candidate];
        return !barred.get(candidate)
                && number[v] < problem.volunteerNumberLimit()[v]
                && (!problem.requestHeavy()[request] || heavy[v] < problem.volunteerHeavyLimit()[v])
                && hours[v] + problem.pairHours()[candidate] <= problem.volunteerHoursLimit()[v];
    }

    /** The innermost group of the request that is full, or -1. */
    public int fullGroup(int request) {
        for (int g = problem.requestGroup()[request]; g >= 0; g = problem.groupParent()[g]) {
            if (newlyServed[g] >= problem.groupLimit()[g]) {
                return g;
            }
        }
        return NONE;
    }

    /** The requests that belong together with this one. */
    IntStream partnersOf(int request) {
        return IntStream.range(partners.from(request), partners.end(request)).map(partners::partner);
    }

    /** Day-parts that the request cannot have because a request that it interacts with has them. */
    public long takenByPartners(int request) {
        long taken = 0;
        for (int i = partners.from(request); i < partners.end(request); i++) {
            taken |= dayParts[partners.partner(i)];
        }
        return taken;
    }

    public long promisedBy(int volunteer) {
        long promised = 0;
        for (int r = first[volunteer]; r >= 0; r = next[r]) {
            promised |= dayParts[r];
        }
        return promised;
    }

    /** Gives the request this pair and these day-parts; pair -1 leaves it unserved. */
    public void set(int request, int newPair, long newDayParts) {
        if (pair[request] >= 0) {
            clear(request);
        }
        if (newPair >= 0) {
            enter(request, newPair, newDayParts);
        }
    }

    private void enter(int r, int p, long mask) {
        int v = problem.pairVolunteer()[p];
        breaches -= over(v);
        number[v]++;
        heavy[v] += problem.requestHeavy()[r] ? 1 : 0;
        hours[v] += problem.pairHours()[p];
        breaches += over(v);
        breaches += overlap(v, mask);
        breaches -= problem.fixedPair()[r] == p ? 1 : 0;
        pair[r] = p;
        dayParts[r] = mask;
        link(r, v);
        countWithPartners(r, 1);
        countInGroups(r, 1);
        weight += problem.requestWeight()[r];
        fit += problem.pairValue()[p];
    }

    private void clear(int r) {
        int p = pair[r];
        int v = problem.pairVolunteer()[p];
        weight -= problem.requestWeight()[r];
        fit -= problem.pairValue()[p];
        countInGroups(r, -1);
        countWithPartners(r, -1);
        unlink(r, v);
        breaches += problem.fixedPair()[r] == p ? 1 : 0;
        pair[r] = NONE;
        breaches -= overlap(v, dayParts[r]);
        dayParts[r] = 0;
        breaches -= over(v);
        number[v]--;
        heavy[v] -= problem.requestHeavy()[r] ? 1 : 0;
        hours[v] -= problem.pairHours()[p];
        breaches += over(v);
    }

    private long over(int v) {
        return Math.max(0, number[v] - problem.volunteerNumberLimit()[v])
                + Math.max(0, heavy[v] - problem.volunteerHeavyLimit()[v])
                + Math.max(0, hours[v] - problem.volunteerHoursLimit()[v]);
    }

    private long overlap(int v, long mask) {
        long bits = 0;
        if (mask != 0) {
            for (int other = first[v]; other >= 0; other = next[other]) {
                bits += Long.bitCount(dayParts[other] & mask);
            }
        }
        return bits;
    }

    private void countWithPartners(int r, int sign) {
        for (int i = partners.from(r); i < partners.end(r); i++) {
            int other = partners.partner(i);
            if (pair[other] >= 0) {
                breaches += sign * (long) Long.bitCount(dayParts[r] & dayParts[other]);
                boolean differs = problem.pairTag()[pair[r]] != problem.pairTag()[pair[other]];
                fit -= differs ? sign * (long) partners.penalty(i) : 0;
            }
        }
    }

    private void countInGroups(int r, int sign) {
        if (problem.isFixed(r)) {
            return;
        }
        for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
            int limit = problem.groupLimit()[g];
            breaches -= Math.max(0, newlyServed[g] - limit);
            newlyServed[g] += sign;
            breaches += Math.max(0, newlyServed[g] - limit);
        }
    }

    private void link(int r, int v) {
        next[r] = first[v];
        previous[r] = NONE;
        if (first[v] >= 0) {
            previous[first[v]] = r;
        }
        first[v] = r;
    }

    private void unlink(int r, int v) {
        if (previous[r] >= 0) {
            next[previous[r]] = next[r];
        } else {
            first[v] = next[r];
        }
        if (next[r] >= 0) {
            previous[next[r]] = previous[r];
        }
        next[r] = NONE;
        previous[r] = NONE;
    }
}
