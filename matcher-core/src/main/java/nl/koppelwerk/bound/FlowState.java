package nl.koppelwerk.bound;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/**
 * Who is with whom in the flow, and the potentials that show it to be optimal.
 *
 * <p>Nodes: requests, volunteers, the heavy entry of each volunteer, groups, and one hub that is source and sink.
 */
final class FlowState {

    private static final int NONE = -1;

    final int requests;
    final int volunteers;
    final int hub;
    final long[] potential;
    final int[] matched;
    final int[] load;
    final int[] heavyLoad;
    final int[] used;

    private final Problem problem;
    private final Residual residual;
    private final boolean[] in;
    private final long[] settled;
    private final boolean[] moved;
    private int[] movedNodes = new int[64];
    private int movedSize;
    private final int[][] members;
    private final int[] head;
    private final int[] next;
    private final int[] previous;

    FlowState(Problem problem, Residual residual) {
        this.problem = problem;
        this.residual = residual;
        this.requests = problem.requests();
        this.volunteers = problem.volunteers();
        this.hub = requests + 2 * volunteers + problem.groups();
        this.potential = new long[hub + 1];
        this.matched = new int[requests];
        this.load = new int[volunteers];
        this.heavyLoad = new int[volunteers];
        this.used = new int[problem.groups()];
        this.in = new boolean[requests];
        this.settled = new long[hub + 1];
        this.moved = new boolean[hub + 1];
        this.head = new int[hub + 1];
        this.next = new int[requests];
        this.previous = new int[requests];
        Arrays.fill(matched, NONE);
        int[] count = new int[problem.groups()];
        for (int group : problem.requestGroup()) {
            if (group >= 0) {
                count[group]++;
            }
        }
        this.members = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
        for (int request = 0; request < requests; request++) {
            int group = problem.requestGroup()[request];
            if (group >= 0) {
                members[group][--count[group]] = request;
            }
        }
        Arrays.fill(head, NONE);
    }

    int nodes() {
        return hub + 1;
    }

    int volunteerNode(int volunteer) {
        return requests + volunteer;
    }

    int heavyNode(int volunteer) {
        return requests + volunteers + volunteer;
    }

    boolean isVolunteer(int node) {
        return node >= requests && node < requests + volunteers;
    }

    boolean isHeavyEntry(int node) {
        return node >= requests + volunteers && node < requests + 2 * volunteers;
    }

    boolean isGroup(int node) {
        return node >= requests + 2 * volunteers && node < hub;
    }

    int firstGroupNode() {
        return requests + 2 * volunteers;
    }

    /** The node by which a pair reaches its volunteer. */
    int entry(int request, int pair) {
        int volunteer = problem.pairVolunteer()[pair];
        return problem.requestHeavy()[request] ? heavyNode(volunteer) : volunteerNode(volunteer);
    }

    /** The node that a request is served from: its innermost group, or the hub. */
    int groupNode(int request) {
        int group = problem.requestGroup()[request];
        return group < 0 ? hub : firstGroupNode() + group;
    }

    int parentNode(int groupNode) {
        int parent = problem.groupParent()[groupNode - firstGroupNode()];
        return parent < 0 ? hub : firstGroupNode() + parent;
    }

    boolean hasRoom(int groupNode) {
        int group = groupNode - firstGroupNode();
        return used[group] < problem.groupLimit()[group];
    }

    boolean volunteerHasRoom(int volunteer) {
        return load[volunteer] < residual.numberLeft(volunteer);
    }

    boolean heavyHasRoom(int volunteer) {
        return heavyLoad[volunteer] < residual.heavyLeft(volunteer);
    }

    /** The requests whose innermost group this is. */
    int[] members(int groupNode) {
        return members[groupNode - firstGroupNode()];
    }

    int first(int listNode) {
        return head[listNode];
    }

    int next(int request) {
        return next[request];
    }

    void match(int request, int pair) {
        matched[request] = pair;
        link(entry(request, pair), request);
    }

    void unmatch(int request) {
        unlink(entry(request, matched[request]), request);
        matched[request] = NONE;
    }

    void addUnserved(int request) {
        link(groupNode(request), request);
    }

    void removeUnserved(int request) {
        unlink(groupNode(request), request);
    }

    /** Moves a node's potential, and remembers that pairs at it have to be priced again. */
    void shift(int node, long by) {
        if (!moved[node]) {
            moved[node] = true;
            settled[node] = potential[node];
            if (movedSize == movedNodes.length) {
                movedNodes = Arrays.copyOf(movedNodes, 2 * movedSize);
            }
            movedNodes[movedSize++] = node;
        }
        potential[node] += by;
    }

    /** How many nodes have moved since they were last taken. */
    int movedSize() {
        return movedSize;
    }

    /** A node that has moved since it was last taken. */
    int takeMoved() {
        int node = movedNodes[--movedSize];
        moved[node] = false;
        return node;
    }

    /** Whether a node just taken has moved such that pairs at it may pay now: requests down, entries up. */
    boolean mayPay(int node) {
        return node < requests ? potential[node] < settled[node] : potential[node] > settled[node];
    }

    int[] servedBy(int volunteer) {
        int[] found = new int[requests == 0 ? 0 : load[volunteer]];
        int size = 0;
        for (int node : new int[] {volunteerNode(volunteer), heavyNode(volunteer)}) {
            for (int request = head[node]; request != NONE; request = next[request]) {
                found[size++] = request;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Moves one unit along an arc of the residual network; {@code pair} is the pair when a request takes one. */
    void move(int from, int to, int pair) {
        if (from < requests) {
            if (isVolunteer(to) || isHeavyEntry(to)) {
                match(from, pair);
            } else {
                addUnserved(from);
            }
        } else if (to < requests) {
            if (isVolunteer(from) || isHeavyEntry(from)) {
                unmatch(to);
            } else {
                removeUnserved(to);
            }
        } else if (isHeavyEntry(from)) {
            heavyLoad[from - requests - volunteers]++;
        } else if (isHeavyEntry(to)) {
            heavyLoad[to - requests - volunteers]--;
        } else if (isVolunteer(from)) {
            load[from - requests]++;
        } else if (isVolunteer(to)) {
            load[to - requests]--;
        } else if (isGroup(to) && parentNode(to) == from) {
            used[to - firstGroupNode()]++;
        } else {
            used[from - firstGroupNode()]--;
        }
    }

    /** Whether the request has entered the flow. */
    boolean isIn(int request) {
        return in[request];
    }

    private void link(int list, int request) {
        in[request] = true;
        next[request] = head[list];
        previous[request] = NONE;
        if (head[list] != NONE) {
            previous[head[list]] = request;
        }
        head[list] = request;
    }

    private void unlink(int list, int request) {
        if (previous[request] == NONE) {
            head[list] = next[request];
        } else {
            next[previous[request]] = next[request];
        }
        if (next[request] != NONE) {
            previous[next[request]] = previous[request];
        }
    }
}
