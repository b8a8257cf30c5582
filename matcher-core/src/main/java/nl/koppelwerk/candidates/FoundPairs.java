package nl.koppelwerk.candidates;

/**
 * The pairs found for each request.
 *
 * @param volunteer whom, by ascending number
 * @param value what each pair is worth
 */
record FoundPairs(int[][] volunteer, int[][] value) {
    FoundPairs(int requests) {
        this(new int[requests][], new int[requests][]);
    }

    /** Written by one thread for each request. */
    void put(int request, Shortlist list) {
        volunteer[request] = list.volunteers();
        value[request] = list.values();
    }

    /** First pair of each request when all are numbered in this order, and the number of pairs. */
    int[] starts() {
        int[] start = new int[volunteer.length + 1];
        for (int request = 0; request < volunteer.length; request++) {
            start[request + 1] = Math.addExact(start[request], volunteer[request].length);
        }
        return start;
    }
}
