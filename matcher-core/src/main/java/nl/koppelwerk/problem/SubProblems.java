package nl.koppelwerk.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts pieces out of a problem while the rest of a plan is held: what the rest takes is no longer there for the piece.
 *
 * <p>Pairs that no plan of the piece could take, and group limits that cannot bind in it, are left out. Not safe for
 * use by several threads at once.
 */
public final class SubProblems {

    private final Problem whole;
    private final Plan held;
    private final Partners partners;
    private final int[] number;
    private final int[] heavy;
    private final long[] hours;
    private final long[] promised;
    private final int[] served;
    private final int[] localRequest;
    private final int[] localVolunteer;
    private final int[] candidates;
    private final int[] localGroup;

    /** @param held a plan that keeps every rule; it is read at each cut, not copied */
    public SubProblems(Problem whole, Plan held) {
        this.whole = whole;
        this.held = held;
        this.partners = Partners.of(whole);
        this.number = new int[whole.volunteers()];
        this.heavy = new int[whole.volunteers()];
        this.hours = new long[whole.volunteers()];
        this.promised = new long[whole.volunteers()];
        this.served = new int[whole.groups()];
        this.localRequest = filled(whole.requests());
        this.localVolunteer = filled(whole.volunteers());
        this.candidates = new int[whole.groups()];
        this.localGroup = filled(whole.groups());
        for (int r = 0; r < whole.requests(); r++) {
            load(r, 1);
        }
    }

    /** Pieces of a problem in which only what is fixed is held. */
    public static SubProblems withNothingHeld(Problem whole) {
        return new SubProblems(whole, new Plan(whole.fixedPair(), whole.fixedDayParts()));
    }

    /** Whether the pair can be taken beside what is held and fixed; a fixed request can only take its fixed pair. */
    public boolean isUsable(int request, int pair) {
        if (whole.isFixed(request)) {
            return whole.fixedPair()[request] == pair;
        }
        int v = whole.pairVolunteer()[pair];
        return number[v] < whole.volunteerNumberLimit()[v]
                && (!whole.requestHeavy()[request] || heavy[v] < whole.volunteerHeavyLimit()[v])
                && hours[v] + whole.pairHours()[pair] <= whole.volunteerHoursLimit()[v]
                && Long.bitCount(freeDayParts(request, pair)) >= whole.requestSlots()[request]
                && groupsHaveRoom(request);
    }

    /** @param requests numbers of the piece's requests in the whole, ascending */
    public SubProblem of(int[] requests) {
        return of(requests, p -> true);
    }

    /** @param keep which pairs of requests that are not fixed may stay */
    public SubProblem of(int[] requests, PairFilter keep) {
        return of(requests, keep, null);
    }

    /**
     * @param groupRoom for each group how many more of its requests the piece may serve than it does in the plan held, or
     *     null when the piece may use all the room there is
     */
    public SubProblem of(int[] requests, PairFilter keep, int @Nullable [] groupRoom) {
        int[] servedBefore = groupRoom == null ? null : served.clone();
        for (int i = 0; i < requests.length; i++) {
            localRequest[requests[i]] = i;
            if (!whole.isFixed(requests[i])) {
                load(requests[i], -1);
            }
        }
        Cut cut = new Cut(requests, keep, limitsInPiece(groupRoom, servedBefore));
        for (int r : requests) {
            if (whole.isFixed(r)) {
                load(r, -1);
            }
        }
        SubProblem piece = cut.finish();
        for (int r : requests) {
            load(r, 1);
            localRequest[r] = -1;
        }
        return piece;
    }

    /** Chooses the pairs that a piece keeps. */
    @FunctionalInterface
    public interface PairFilter {
        boolean keeps(int wholePair);
    }

    private int[] limitsInPiece(int @Nullable [] groupRoom, int @Nullable [] servedBefore) {
        int[] limit = new int[whole.groups()];
        for (int g = 0; g < limit.length; g++) {
            limit[g] = groupRoom == null || servedBefore == null
                    ? whole.groupLimit()[g] - served[g]
                    : servedBefore[g] - served[g] + groupRoom[g];
        }
        return limit;
    }

    private boolean groupsHaveRoom(int request) {
        for (int g = whole.requestGroup()[request]; g >= 0; g = whole.groupParent()[g]) {
            if (served[g] >= whole.groupLimit()[g]) {
                return false;
            }
        }
        return true;
    }

    private long freeDayParts(int request, int pair) {
        long free = whole.pairDayParts()[pair] & ~promised[whole.pairVolunteer()[pair]];
        for (int i = partners.from(request); i < partners.end(request); i++) {
            int other = partners.partner(i);
            boolean stays = localRequest[other] < 0 || whole.fixedDayParts()[other] != 0;
            free &= stays ? ~held.dayParts()[other] : -1L;
        }
        return free;
    }

    private void load(int request, int sign) {
        int p = held.pair()[request];
        if (p < 0) {
            return;
        }
        int v = whole.pairVolunteer()[p];
        number[v] += sign;
        heavy[v] += whole.requestHeavy()[request] ? sign : 0;
        hours[v] += (long) sign * whole.pairHours()[p];
        promised[v] ^= held.dayParts()[request];
        if (!whole.isFixed(request)) {
            for (int g = whole.requestGroup()[request]; g >= 0; g = whole.groupParent()[g]) {
                served[g] += sign;
            }
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }

    /** One cut in the making: first the pairs, while fixed pairs still count, then the limits, when they no longer do. */
    private final class Cut {

        private final int[] requests;
        private final int[] pairStart;
        private final long[] dayParts;
        private final int[] groupLimit;
        private int[] pair = new int[64];
        private int[] volunteer = new int[16];
        private int[] group = new int[16];
        private int pairs;
        private int volunteers;
        private int groups;

        Cut(int[] requests, PairFilter keep, int[] groupLimit) {
            this.requests = requests;
            this.groupLimit = groupLimit;
            this.pairStart = new int[requests.length + 1];
            for (int i = 0; i < requests.length; i++) {
                int r = requests[i];
                for (int p = whole.pairsFrom(r); p < whole.pairsEnd(r); p++) {
                    if (isUsable(r, p) && (whole.isFixed(r) || keep.keeps(p))) {
                        addPair(p);
                    }
                }
                pairStart[i + 1] = pairs;
                if (pairs > pairStart[i] && !whole.isFixed(r)) {
                    countCandidate(whole.requestGroup()[r]);
                }
            }
            Arrays.sort(volunteer, 0, volunteers);
            for (int v = 0; v < volunteers; v++) {
                localVolunteer[volunteer[v]] = v;
            }
            this.dayParts = new long[pairs];
            for (int i = 0; i < requests.length; i++) {
                for (int p = pairStart[i]; p < pairStart[i + 1]; p++) {
                    dayParts[p] = whole.isFixed(requests[i])
                            ? whole.pairDayParts()[pair[p]]
                            : freeDayParts(requests[i], pair[p]);
                }
            }
        }

        SubProblem finish() {
            int[] parent = keepGroupsThatCanBind();
            Problem problem = new Problem(
                    gatherLong(whole.requestWeight(), requests, requests.length),
                    gather(whole.requestSlots(), requests, requests.length),
                    heavyFlags(),
                    requestGroups(),
                    parent,
                    groupLimits(),
                    limits(whole.volunteerNumberLimit(), number),
                    limits(whole.volunteerHeavyLimit(), heavy),
                    hoursLimits(),
                    pairStart,
                    localVolunteers(),
                    values(),
                    gather(whole.pairHours(), pair, pairs),
                    fixedAware(),
                    tags(),
                    interactions(),
                    fixedPairs(),
                    gatherLong(whole.fixedDayParts(), requests, requests.length));
            SubProblem piece = new SubProblem(
                    problem,
                    requests,
                    Arrays.copyOf(volunteer, volunteers),
                    Arrays.copyOf(group, groups),
                    Arrays.copyOf(pair, pairs));
            forget();
            return piece;
        }

        private void addPair(int p) {
            pair = pairs == pair.length ? Arrays.copyOf(pair, 2 * pairs) : pair;
            pair[pairs++] = p;
            int v = whole.pairVolunteer()[p];
            if (localVolunteer[v] < 0) {
                volunteer = volunteers == volunteer.length ? Arrays.copyOf(volunteer, 2 * volunteers) : volunteer;
                volunteer[volunteers++] = v;
                localVolunteer[v] = 0;
            }
        }

        private void countCandidate(int innermost) {
            for (int g = innermost; g >= 0; g = whole.groupParent()[g]) {
                if (candidates[g]++ == 0) {
                    group = groups == group.length ? Arrays.copyOf(group, 2 * groups) : group;
                    group[groups++] = g;
                }
            }
        }

        private int[] keepGroupsThatCanBind() {
            Arrays.sort(group, 0, groups);
            int kept = 0;
            for (int i = 0; i < groups; i++) {
                int g = group[i];
                if (candidates[g] > groupLimit[g]) {
                    localGroup[g] = kept;
                    group[kept++] = g;
                } else {
                    candidates[g] = 0;
                }
            }
            groups = kept;
            int[] parent = new int[groups];
            for (int i = 0; i < groups; i++) {
                parent[i] = keptGroup(whole.groupParent()[group[i]]);
            }
            return parent;
        }

        private int keptGroup(int innermost) {
            int g = innermost;
            while (g >= 0 && localGroup[g] < 0) {
                g = whole.groupParent()[g];
            }
            return g < 0 ? -1 : localGroup[g];
        }

        private int[] requestGroups() {
            int[] local = new int[requests.length];
            Arrays.setAll(local, i -> keptGroup(whole.requestGroup()[requests[i]]));
            return local;
        }

        private int[] groupLimits() {
            int[] limit = new int[groups];
            Arrays.setAll(limit, i -> groupLimit[group[i]]);
            return limit;
        }

        private int[] limits(int[] limit, int[] load) {
            int[] left = new int[volunteers];
            Arrays.setAll(left, v -> limit[volunteer[v]] - load[volunteer[v]]);
            return left;
        }

        private int[] hoursLimits() {
            int[] left = new int[volunteers];
            Arrays.setAll(left, v -> (int) (whole.volunteerHoursLimit()[volunteer[v]] - hours[volunteer[v]]));
            return left;
        }

        private int[] localVolunteers() {
            int[] local = new int[pairs];
            Arrays.setAll(local, p -> localVolunteer[whole.pairVolunteer()[pair[p]]]);
            return local;
        }

        private int[] values() {
            int[] value = gather(whole.pairValue(), pair, pairs);
            for (int i = 0; i < requests.length; i++) {
                for (int e = partners.from(requests[i]); e < partners.end(requests[i]); e++) {
                    int other = partners.partner(e);
                    int heldPair = localRequest[other] < 0 ? held.pair()[other] : -1;
                    for (int p = pairStart[i]; p < pairStart[i + 1] && heldPair >= 0; p++) {
                        boolean differs = whole.pairTag()[heldPair] != whole.pairTag()[pair[p]];
                        value[p] = differs ? Math.subtractExact(value[p], partners.penalty(e)) : value[p];
                    }
                }
            }
            return value;
        }

        /** A fixed pair's day-parts less what the rest has promised, unless they are fixed themselves. */
        private long[] fixedAware() {
            for (int i = 0; i < requests.length; i++) {
                int r = requests[i];
                if (whole.isFixed(r) && whole.fixedDayParts()[r] == 0) {
                    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) {
                        dayParts[p] = freeDayParts(r, pair[p]);
                    }
                }
            }
            return dayParts;
        }

        private Problem.Interaction[] interactions() {
            Problem.Interaction[] found = new Problem.Interaction[16];
            int count = 0;
            for (int i = 0; i < requests.length; i++) {
                for (int e = partners.from(requests[i]); e < partners.end(requests[i]); e++) {
                    int other = localRequest[partners.partner(e)];
                    if (other > i) {
                        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                        found[count++] = new Problem.Interaction(i, other, partners.penalty(e));
                    }
                }
            }
            return Arrays.copyOf(found, count);
        }

        private int[] fixedPairs() {
            int[] fixed = new int[requests.length];
            Arrays.setAll(fixed, i -> whole.isFixed(requests[i]) ? pairStart[i] : -1);
            return fixed;
        }

        private boolean[] heavyFlags() {
            boolean[] flag = new boolean[requests.length];
            for (int i = 0; i < flag.length; i++) {
                flag[i] = whole.requestHeavy()[requests[i]];
            }
            return flag;
        }

        private short[] tags() {
            short[] tag = new short[pairs];
            for (int p = 0; p < pairs; p++) {
                tag[p] = whole.pairTag()[pair[p]];
            }
            return tag;
        }

        private int[] gather(int[] from, int[] index, int length) {
            int[] to = new int[length];
            Arrays.setAll(to, i -> from[index[i]]);
            return to;
        }

        private long[] gatherLong(long[] from, int[] index, int length) {
            long[] to = new long[length];
            Arrays.setAll(to, i -> from[index[i]]);
            return to;
        }

        private void forget() {
            for (int v = 0; v < volunteers; v++) {
                localVolunteer[volunteer[v]] = -1;
            }
            for (int i = 0; i < groups; i++) {
                localGroup[group[i]] = -1;
                candidates[group[i]] = 0;
            }
        }
    }
}
