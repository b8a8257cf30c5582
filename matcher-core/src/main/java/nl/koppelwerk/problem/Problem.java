package nl.koppelwerk.problem;

import java.util.Arrays;

/**
 * Which request gets which volunteer, as numbers: the optimiser's only input.
 *
 * <p>Requests, volunteers, groups and pairs are numbered from 0. The feasible pairs of request {@code r} are the
 * indices {@code pairStart[r] .. pairStart[r + 1] - 1}, at most one a volunteer, by ascending volunteer. A plan takes
 * at most one pair a request. It maximises, strictly in this order, the sum of {@code requestWeight} over served
 * requests, then the sum of {@code pairValue} over taken pairs less the penalties of {@code interactions}.
 *
 * @param requestWeight first level: what serving the request is worth, positive
 * @param requestSlots how many day-parts a week the request takes of its volunteer, 0 or more
 * @param requestHeavy whether the request counts towards {@code volunteerHeavyLimit}
 * @param requestGroup the innermost group of the request, or -1
 * @param groupParent the group that contains this group, or -1; a parent has a lower index than its children
 * @param groupLimit how many <em>newly</em> served requests (not by a fixed pair) the group may hold, its subgroups
 *     included
 * @param volunteerNumberLimit how many requests a volunteer may serve
 * @param volunteerHeavyLimit how many heavy requests a volunteer may serve
 * @param volunteerHoursLimit hours that a volunteer has, in the unit of {@code pairHours}
 * @param pairStart first pair of each request, with one more entry at the end: the number of pairs
 * @param pairVolunteer the pair's volunteer
 * @param pairValue second level: how well the two fit; may be negative
 * @param pairHours what the pair takes of its volunteer's hours, 0 or more
 * @param pairDayParts day-parts that suit both, one bit each (28 bits used at most by the domain, 64 possible); the
 *     plan promises {@code requestSlots[r]} of them to the request. No day-part is promised twice by one volunteer,
 *     nor to both requests of an interaction. A request with {@code requestSlots} 0 ignores it.
 * @param pairTag a label, for instance the language that the two share; see {@link Interaction}
 * @param interactions pairs of requests that belong together
 * @param fixedPair for each request the index of the pair that it must keep, or -1. A fixed pair counts towards the
 *     volunteer's limits and hours, not towards groups
 * @param fixedDayParts for each request with a fixed pair the day-parts already promised (bits out of
 *     {@code pairDayParts}; 0: still to be chosen), 0 for other requests
 */
public record Problem(
        long[] requestWeight,
        int[] requestSlots,
        boolean[] requestHeavy,
        int[] requestGroup,
        int[] groupParent,
        int[] groupLimit,
        int[] volunteerNumberLimit,
        int[] volunteerHeavyLimit,
        int[] volunteerHoursLimit,
        int[] pairStart,
        int[] pairVolunteer,
        int[] pairValue,
        int[] pairHours,
        long[] pairDayParts,
        short[] pairTag,
        Interaction[] interactions,
        int[] fixedPair,
        long[] fixedDayParts) {

    /**
     * Two requests of one family: their day-parts may not coincide, and it is better when both pairs carry the same tag.
     *
     * @param penalty taken off the second level when both are served by pairs with different tags, 0 or more
     */
    public record Interaction(int first, int second, int penalty) {}

    /**
     * This problem, after checking that it does not contradict itself, so that nothing further on has to.
     *
     * @throws InvalidProblemException naming the place when it does
     */
    public Problem validated() {
        new ProblemCheck(this).run();
        return this;
    }

    public int requests() {
        return requestWeight.length;
    }

    public int volunteers() {
        return volunteerNumberLimit.length;
    }

    public int groups() {
        return groupLimit.length;
    }

    public int pairs() {
        return pairVolunteer.length;
    }

    /** First pair of the request; the last is before {@link #pairsEnd}. */
    public int pairsFrom(int request) {
        return pairStart[request];
    }

    public int pairsEnd(int request) {
        return pairStart[request + 1];
    }

    public boolean isFixed(int request) {
        return fixedPair[request] >= 0;
    }

    /** The same in which every request counts the same. */
    public Problem withEqualWeights() {
        long[] equal = new long[requests()];
        Arrays.fill(equal, 1);
        return with(equal, requestGroup, groupParent, groupLimit);
    }

    /** The same without limits of groups. */
    public Problem withoutGroups() {
        int[] nobodysGroup = new int[requests()];
        Arrays.fill(nobodysGroup, -1);
        return with(requestWeight, nobodysGroup, new int[0], new int[0]);
    }

    private Problem with(long[] weight, int[] group, int[] parent, int[] limit) {
        return new Problem(
                weight,
                requestSlots,
                requestHeavy,
                group,
                parent,
                limit,
                volunteerNumberLimit,
                volunteerHeavyLimit,
                volunteerHoursLimit,
                pairStart,
                pairVolunteer,
                pairValue,
                pairHours,
                pairDayParts,
                pairTag,
                interactions,
                fixedPair,
                fixedDayParts);
    }
}
