package nl.koppelwerk.bound;

import java.util.Arrays;

/** Dijkstra against the arcs, from a target to the hub; then the push from the hub along it. */
final class WayBack {

    private final FlowState state;
    private final CorePairs core;
    private final long[] distance;
    private final int[] next;
    private final int[] nextPair;
    private final int[] reached;
    private final boolean[] done;
    private final NodeHeap heap;
    private int search;
    private int[] scanned = new int[64];
    private int target;
    private int phantom;

    WayBack(FlowState state, CorePairs core) {
        this.state = state;
        this.core = core;
        int nodes = state.nodes();
        this.distance = new long[nodes];
        this.next = new int[nodes];
        this.nextPair = new int[nodes];
        this.reached = new int[nodes];
        this.done = new boolean[nodes];
        this.heap = new NodeHeap(nodes);
    }

    /**
     * Finds the shortest way from the hub to the target and moves potentials so that it costs nothing.
     *
     * @param phantomNode a node from which the target can also be reached, at {@code phantomCost}; or -1
     */
    void find(int to, int phantomNode, long phantomCost) {
        target = to;
        phantom = phantomNode;
        search++;
        heap.clear();
        int size = 0;
        reach(to, -1, -1, 0);
        if (phantom >= 0) {
            reach(phantom, to, -1, phantomCost);
        }
        for (int node = heap.pop(distance); node != state.hub; node = heap.pop(distance)) {
            done[node] = true;
            if (size == scanned.length) {
                scanned = Arrays.copyOf(scanned, size * 2);
            }
            scanned[size++] = node;
            scan(node);
        }
        for (int i = 0; i < size; i++) {
            state.shift(scanned[i], distance[state.hub] - distance[scanned[i]]);
        }
    }

    /** Moves one unit from the hub to the target; false when it came by the phantom. */
    boolean push() {
        int node = state.hub;
        while (node != target) {
            int to = next[node];
            if (node == phantom && to == target && nextPair[node] < 0) {
                return false;
            }
            state.move(node, to, nextPair[node]);
            node = to;
        }
        return true;
    }

    private void reach(int node, int to, int pair, long at) {
        if (reached[node] != search) {
            reached[node] = search;
            done[node] = false;
            set(node, to, pair, at);
            heap.push(node, distance);
        } else if (!done[node] && at < distance[node]) {
            set(node, to, pair, at);
            heap.moveUp(node, distance);
        }
    }

    private void set(int node, int to, int pair, long at) {
        distance[node] = at;
        next[node] = to;
        nextPair[node] = pair;
    }

    private void scan(int node) {
        long base = distance[node] - state.potential[node];
        if (node < state.requests) {
            scanRequest(node, base);
        } else if (state.isVolunteer(node)) {
            scanVolunteer(node, base);
        } else if (state.isHeavyEntry(node)) {
            scanHeavyEntry(node, base);
        } else {
            scanGroup(node, base);
        }
    }

    private void step(int from, int to, long base) {
        reach(from, to, -1, base + state.potential[from]);
    }

    private void scanRequest(int request, long base) {
        int pair = state.matched[request];
        if (pair >= 0) {
            int entry = state.entry(request, pair);
            reach(
                    entry,
                    request,
                    entry == phantom && request == target ? 0 : -1,
                    base + state.potential[entry] + core.profit(request, pair));
        } else {
            step(state.groupNode(request), request, base);
        }
    }

    private void scanVolunteer(int node, long base) {
        int volunteer = node - state.requests;
        if (state.load[volunteer] > 0) {
            step(state.hub, node, base);
        }
        if (state.heavyHasRoom(volunteer)) {
            step(state.heavyNode(volunteer), node, base);
        }
        scanTakers(volunteer, node, base);
    }

    private void scanHeavyEntry(int node, long base) {
        int volunteer = node - state.requests - state.volunteers;
        if (state.heavyLoad[volunteer] > 0) {
            step(state.volunteerNode(volunteer), node, base);
        }
        scanTakers(volunteer, node, base);
    }

    /** The requests that could take the volunteer by this entry and do not. */
    private void scanTakers(int volunteer, int node, long base) {
        for (int i = 0; i < core.countOf(volunteer); i++) {
            int pair = core.pairOf(volunteer, i);
            int request = core.requestOf(volunteer, i);
            if (state.isIn(request)
                    && state.matched[request] != pair
                    && state.entry(request, pair) == node
                    && !core.isForbidden(pair)) {
                reach(request, node, pair, base + state.potential[request] - core.profit(request, pair));
            }
        }
    }

    private void scanGroup(int node, long base) {
        if (state.hasRoom(node)) {
            step(state.parentNode(node), node, base);
        }
        for (int request : state.members(node)) {
            if (state.matched[request] >= 0) {
                step(request, node, base);
            }
        }
        for (int group = 0; group < state.used.length; group++) {
            int child = state.firstGroupNode() + group;
            if (state.used[group] > 0 && state.parentNode(child) == node) {
                step(child, node, base);
            }
        }
    }
}
