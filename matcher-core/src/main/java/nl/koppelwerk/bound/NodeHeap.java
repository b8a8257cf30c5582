package nl.koppelwerk.bound;

/** A binary heap of nodes by distance, whose entries can move up. */
final class NodeHeap {

    private final int[] heap;
    private final int[] place;
    private int size;

    NodeHeap(int nodes) {
        this.heap = new int[nodes];
        this.place = new int[nodes];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void push(int node, long[] key) {
        place[node] = size;
        heap[size++] = node;
        moveUp(node, key);
    }

    void moveUp(int node, long[] key) {
        int at = place[node];
        long own = key[node];
        while (at > 0) {
            int above = (at - 1) >> 1;
            int other = heap[above];
            if (key[other] <= own) {
                break;
            }
            heap[at] = other;
            place[other] = at;
            at = above;
        }
        heap[at] = node;
        place[node] = at;
    }

    int pop(long[] key) {
        int top = heap[0];
        int node = heap[--size];
        if (size > 0) {
            moveDown(node, key);
        }
        return top;
    }

    private void moveDown(int node, long[] key) {
        int at = 0;
        long own = key[node];
        while (2 * at + 1 < size) {
            int below = 2 * at + 1;
            if (below + 1 < size && key[heap[below + 1]] < key[heap[below]]) {
                below++;
            }
            int other = heap[below];
            if (key[other] >= own) {
                break;
            }
            heap[at] = other;
            place[other] = at;
            at = below;
        }
        heap[at] = node;
        place[node] = at;
    }
}
