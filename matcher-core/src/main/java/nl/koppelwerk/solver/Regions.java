package nl.koppelwerk.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Partners;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.problem.SubProblems;
import nl.koppelwerk.solver.search.PairOrder;

/**
 * Divides a large problem into regions that can be planned at the same time while the rest is held: no volunteer and no
 * family is in two of them, and each has its share of the room in every group.
 */
final class Regions {

    private static final int NEAREST = 5;

    private final Problem problem;
    private final Partners partners;
    private final PairOrder order;
    private final int[][] requestsOf;

    Regions(Problem problem, PairOrder order) {
        this.problem = problem;
        this.partners = Partners.of(problem);
        this.order = order;
        this.requestsOf = requestsOfVolunteers(problem, order);
    }

    /** Regions grown from requests drawn by lot, of about {@code size} requests each. */
    List<SubProblem> cut(Plan held, int size, long seed) {
        int[] region = new int[problem.requests()];
        int[] owner = new int[problem.volunteers()];
        Arrays.fill(region, -1);
        Arrays.fill(owner, -1);
        int count = grow(held, size, new SplittableRandom(seed), region, owner);
        List<int[]> members = members(held, region, owner, count);
        SubProblems pieces = new SubProblems(problem, held);
        int[][] room = shareRoom(held, members);
        List<SubProblem> cut = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int here = i;
            cut.add(pieces.of(members.get(i), p -> owner[problem.pairVolunteer()[p]] == here, room[i]));
        }
        return cut;
    }

    private int grow(Plan held, int size, SplittableRandom random, int[] region, int[] owner) {
        int[] seeds = shuffled(random);
        int[] queue = new int[problem.requests()];
        int count = 0;
        int next = 0;
        while (next < seeds.length) {
            int head = 0;
            int tail = 0;
            while (head < size && (head < tail || next < seeds.length)) {
                if (head == tail) {
                    int seed = seeds[next++];
                    tail = region[seed] < 0 ? join(seed, count, region, queue, tail) : tail;
                    continue;
                }
                tail = visit(queue[head++], held, count, region, owner, queue, tail);
            }
            for (int i = head; i < tail; i++) {
                settle(queue[i], held, count, owner);
            }
            count++;
        }
        return count;
    }

    private int join(int r, int count, int[] region, int[] queue, int tail) {
        region[r] = count;
        queue[tail] = r;
        return tail + 1;
    }

    private int visit(int r, Plan held, int count, int[] region, int[] owner, int[] queue, int before) {
        int tail = before;
        settle(r, held, count, owner);
        for (int i = partners.from(r); i < partners.end(r); i++) {
            if (region[partners.partner(i)] < 0) {
                tail = join(partners.partner(i), count, region, queue, tail);
            }
        }
        int end = Math.min(problem.pairsEnd(r), problem.pairsFrom(r) + NEAREST);
        for (int place = problem.pairsFrom(r); place < end; place++) {
            int v = problem.pairVolunteer()[order.at(place)];
            if (owner[v] < 0) {
                owner[v] = count;
            }
            for (int i = 0; i < requestsOf[v].length && owner[v] == count; i++) {
                if (region[requestsOf[v][i]] < 0) {
                    tail = join(requestsOf[v][i], count, region, queue, tail);
                }
            }
        }
        return tail;
    }

    private void settle(int r, Plan held, int count, int[] owner) {
        if (held.pair()[r] >= 0) {
            int v = problem.pairVolunteer()[held.pair()[r]];
            owner[v] = owner[v] < 0 ? count : owner[v];
        }
    }

    /** A request stays held when its volunteer, or someone of its family, is in another region. */
    private List<int[]> members(Plan held, int[] region, int[] owner, int count) {
        int[] sizes = new int[count];
        boolean[] belongs = new boolean[region.length];
        for (int r = 0; r < region.length; r++) {
            int pair = held.pair()[r];
            belongs[r] = pair < 0 || owner[problem.pairVolunteer()[pair]] == region[r];
            for (int i = partners.from(r); i < partners.end(r); i++) {
                belongs[r] &= region[partners.partner(i)] == region[r];
            }
            sizes[region[r]] += belongs[r] ? 1 : 0;
        }
        List<int[]> members = new ArrayList<>();
        for (int size : sizes) {
            members.add(new int[size]);
        }
        Arrays.fill(sizes, 0);
        for (int r = 0; r < region.length; r++) {
            if (belongs[r]) {
                members.get(region[r])[sizes[region[r]]++] = r;
            }
        }
        return members;
    }

    private int[][] shareRoom(Plan held, List<int[]> members) {
        int[] room = problem.groupLimit().clone();
        for (int r = 0; r < problem.requests(); r++) {
            if (held.pair()[r] >= 0 && !problem.isFixed(r)) {
                for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                    room[g]--;
                }
            }
        }
        int[][] unserved = new int[members.size()][problem.groups()];
        int[] all = new int[problem.groups()];
        for (int i = 0; i < unserved.length; i++) {
            for (int r : members.get(i)) {
                if (held.pair()[r] < 0) {
                    for (int g = problem.requestGroup()[r]; g >= 0; g = problem.groupParent()[g]) {
                        unserved[i][g]++;
                        all[g]++;
                    }
                }
            }
        }
        for (int[] share : unserved) {
            for (int g = 0; g < share.length; g++) {
                int mine = share[g];
                share[g] = mine == 0 ? 0 : (int) ((long) room[g] * mine / all[g]);
                room[g] -= share[g];
                all[g] -= mine;
            }
        }
        return unserved;
    }

    private int[] shuffled(SplittableRandom random) {
        int[] all = new int[problem.requests()];
        Arrays.setAll(all, r -> r);
        for (int i = all.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return all;
    }

    private static int[][] requestsOfVolunteers(Problem problem, PairOrder order) {
        int[] count = new int[problem.volunteers()];
        int[][] requests = new int[problem.volunteers()][];
        for (int pass = 0; pass < 2; pass++) {
            for (int r = 0; r < problem.requests(); r++) {
                int end = Math.min(problem.pairsEnd(r), problem.pairsFrom(r) + NEAREST);
                for (int place = problem.pairsFrom(r); place < end; place++) {
                    int v = problem.pairVolunteer()[order.at(place)];
                    count[v]++;
                    if (pass == 1) {
                        requests[v][requests[v].length - count[v]] = r;
                    }
                }
            }
            for (int v = 0; v < requests.length && pass == 0; v++) {
                requests[v] = new int[count[v]];
                count[v] = 0;
            }
        }
        return requests;
    }
}
