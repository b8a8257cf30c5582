package nl.koppelwerk.bound;

import java.util.Arrays;

/**
 * Dijkstra over the residual network, from one node to another or to the hub, no further than a limit; then the push
 * along it.
 */
final class ShortestPath {

    private final FlowState state;
    private final CorePairs core;

    private final long[] distance;
    private final int[] parent;
    private final int[] parentPair;
    private final int[] reached;
    private final boolean[] done;
    private int search;
    private int[] scanned = new int[64];
    private int scannedSize;
    private final NodeHeap heap;

    private int source;
    private int target;
    private long limit;
    private int end;
    private long offered;
    private final WayBack wayBack;

    ShortestPath(FlowState state, CorePairs core) {
        this.state = state;
        this.core = core;
        int nodes = state.nodes();
        this.distance = new long[nodes];
        this.parent = new int[nodes];
        this.parentPair = new int[nodes];
        this.reached = new int[nodes];
        this.done = new boolean[nodes];
        this.heap = new NodeHeap(nodes);
        this.wayBack = new WayBack(state, core);
    }

    /** Whether there is a path shorter than the limit; potentials are moved so that reduced costs stay non-negative. */
    boolean find(int from, int to, long shorterThan) {
        source = from;
        target = to;
        limit = shorterThan;
        search++;
        heap.clear();
        scannedSize = 0;
        reach(from, -1, -1, 0);
        long length = limit;
        boolean found = false;
        while (!heap.isEmpty()) {
            int node = heap.pop(distance);
            if (node == target || node == state.hub) {
                end = node == state.hub && leadsToTarget() ? target : node;
                length = distance[node];
                found = true;
                break;
            }
            done[node] = true;
            if (scannedSize == scanned.length) {
                scanned = Arrays.copyOf(scanned, scannedSize * 2);
            }
            scanned[scannedSize++] = node;
            scan(node);
        }
        for (int i = 0; i < scannedSize; i++) {
            state.shift(scanned[i], distance[scanned[i]] - length);
        }
        return found;
    }

    private void reach(int node, int from, int pair, long at) {
        if (at >= limit) {
            return;
        }
        if (reached[node] != search) {
            reached[node] = search;
            done[node] = false;
            distance[node] = at;
            parent[node] = from;
            parentPair[node] = pair;
            heap.push(node, distance);
        } else if (!done[node] && at < distance[node]) {
            distance[node] = at;
            parent[node] = from;
            parentPair[node] = pair;
            heap.moveUp(node, distance);
        }
        if (node == target) {
            limit = Math.min(limit, at + 1);
        }
    }

    private void scan(int node) {
        long base = distance[node] + state.potential[node];
        if (node < state.requests) {
            scanRequest(node, base);
        } else if (state.isVolunteer(node)) {
            scanVolunteer(node, base);
        } else if (state.isHeavyEntry(node)) {
            scanHeavyEntry(node, base);
        } else {
            scanSupply(node, base);
        }
    }

    private void step(int from, int to, long base) {
        reach(to, from, -1, base - state.potential[to]);
    }

    private void scanRequest(int request, long base) {
        int matched = state.matched[request];
        int count = core.count(request);
        for (int i = 0; i < count; i++) {
            int pair = core.pair(request, i);
            int entry = state.entry(request, pair);
            long at = base - core.profit(request, pair) - state.potential[entry];
            if (pair != matched && at < limit && !core.isForbidden(pair)) {
                reach(entry, request, pair, at);
            }
        }
        if (matched >= 0 || request == source) {
            step(request, state.groupNode(request), base);
        }
    }

    private void scanVolunteer(int node, long base) {
        int volunteer = node - state.requests;
        if (state.volunteerHasRoom(volunteer)) {
            step(node, state.hub, base);
        }
        if (state.heavyLoad[volunteer] > 0) {
            step(node, state.heavyNode(volunteer), base);
        }
        giveBack(node, base);
    }

    private void scanHeavyEntry(int node, long base) {
        int volunteer = node - state.requests - state.volunteers;
        if (state.heavyHasRoom(volunteer)) {
            step(node, state.volunteerNode(volunteer), base);
        }
        giveBack(node, base);
    }

    private void giveBack(int node, long base) {
        for (int request = state.first(node); request >= 0; request = state.next(request)) {
            long at = base + core.profit(request, state.matched[request]) - state.potential[request];
            reach(request, node, -1, at);
        }
    }

    /** From a group: to requests not served, to groups with room, and back to where flow came from. */
    private void scanSupply(int node, long base) {
        for (int request = state.first(node); request >= 0; request = state.next(request)) {
            step(node, request, base);
        }
        if (state.used[node - state.firstGroupNode()] > 0) {
            step(node, state.parentNode(node), base);
        }
        for (int group = 0; group < state.used.length; group++) {
            int child = state.firstGroupNode() + group;
            if (state.parentNode(child) == node && state.hasRoom(child)) {
                step(node, child, base);
            }
        }
    }

    /** Whether the hub reaches a target group for nothing, so that no other way can be shorter; then that is the way. */
    private boolean leadsToTarget() {
        int node = target;
        while (state.isGroup(node)) {
            int up = state.parentNode(node);
            if (!state.hasRoom(node) || state.potential[node] != state.potential[up]) {
                return false;
            }
            node = up;
        }
        if (node != state.hub) {
            return false;
        }
        for (int group = target; group != state.hub && !isOnPathToHub(group); group = parent[group]) {
            parent[group] = state.parentNode(group);
        }
        return true;
    }

    /** A group through which the path came: from there it need not go by way of the hub, nor could it without a circle. */
    private boolean isOnPathToHub(int group) {
        int node = parent[state.hub];
        while (node != source && node != group) {
            node = parent[node];
        }
        return node == group;
    }

    /**
     * Moves one unit along the path found; one that ends at the hub goes on from there by the shortest way back from the
     * target, so that neither search looks at more than its own neighbourhood.
     *
     * @param phantom a node from which the target takes the unit back at the gain that was offered, or -1
     * @return false when that happened, so that nothing changed hands
     */
    boolean push(int phantom) {
        int length = 0;
        for (int node = end; node != source; node = parent[node]) {
            length++;
        }
        int[] nodes = new int[length + 1];
        for (int node = end; length > 0; node = parent[node]) {
            nodes[length--] = node;
        }
        nodes[0] = source;
        for (int i = 0; i + 1 < nodes.length; i++) {
            state.move(nodes[i], nodes[i + 1], parentPair[nodes[i + 1]]);
        }
        if (end == target) {
            return true;
        }
        wayBack.find(target, phantom, phantom < 0 ? 0 : phantomCost());
        return wayBack.push();
    }

    /** What giving the unit back costs now that potentials have moved. */
    private long phantomCost() {
        return offered - state.potential[target] + state.potential[source];
    }

    /** Notes what a pair from the target to the source earns, before {@link #find}. */
    void offer(long profit) {
        offered = profit;
    }
}
