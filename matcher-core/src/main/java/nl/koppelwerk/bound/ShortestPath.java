package nl.koppelwerk.bound;

import java.util.Arrays;

/** Dijkstra over the residual network, from one node to another, no further than a limit; then the push along it. */
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
        long end = limit;
        boolean found = false;
        while (!heap.isEmpty()) {
            int node = heap.pop(distance);
            if (node == target) {
                end = distance[node];
                found = true;
                break;
            }
            if (node == state.hub && leadsToTarget()) {
                end = distance[node];
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
            state.potential[scanned[i]] += distance[scanned[i]] - end;
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

    /** From a group or the hub: to requests not served, to groups with room, and back to where flow came from. */
    private void scanSupply(int node, long base) {
        for (int request = state.first(node); request >= 0; request = state.next(request)) {
            step(node, request, base);
        }
        if (node == state.hub) {
            scanHub(base);
        } else if (state.used[node - state.firstGroupNode()] > 0) {
            step(node, state.parentNode(node), base);
        }
        for (int group = 0; group < state.used.length; group++) {
            int child = state.firstGroupNode() + group;
            if (state.parentNode(child) == node && state.hasRoom(child)) {
                step(node, child, base);
            }
        }
    }

    private void scanHub(long base) {
        for (int volunteer = 0; volunteer < state.volunteers; volunteer++) {
            if (state.load[volunteer] > 0) {
                step(state.hub, state.volunteerNode(volunteer), base);
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
        for (int group = target; group != state.hub; group = parent[group]) {
            parent[group] = state.parentNode(group);
        }
        return true;
    }

    /** Moves one unit along the path found. */
    void push() {
        int length = 0;
        for (int node = target; node != source; node = parent[node]) {
            length++;
        }
        int[] nodes = new int[length + 1];
        for (int node = target; length >= 0; node = parent[node]) {
            nodes[length--] = node;
            if (node == source) {
                break;
            }
        }
        for (int i = 0; i + 1 < nodes.length; i++) {
            move(nodes[i], nodes[i + 1]);
        }
    }

    private void move(int from, int to) {
        if (from < state.requests) {
            moveFromRequest(from, to);
        } else if (to < state.requests) {
            if (state.isVolunteer(from) || state.isHeavyEntry(from)) {
                state.unmatch(to);
            } else {
                state.removeUnserved(to);
            }
        } else if (state.isHeavyEntry(from)) {
            state.heavyLoad[from - state.requests - state.volunteers]++;
        } else if (state.isHeavyEntry(to)) {
            state.heavyLoad[to - state.requests - state.volunteers]--;
        } else if (state.isVolunteer(from)) {
            state.load[from - state.requests]++;
        } else if (state.isVolunteer(to)) {
            state.load[to - state.requests]--;
        } else {
            moveInGroups(from, to);
        }
    }

    private void moveFromRequest(int from, int to) {
        if (to == state.groupNode(from)) {
            state.addUnserved(from);
        } else {
            state.match(from, parentPair[to]);
        }
    }

    private void moveInGroups(int from, int to) {
        if (state.isGroup(to) && state.parentNode(to) == from) {
            state.used[to - state.firstGroupNode()]++;
        } else {
            state.used[from - state.firstGroupNode()]--;
        }
    }
}
