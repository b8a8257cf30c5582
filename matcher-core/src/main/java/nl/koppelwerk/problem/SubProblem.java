package nl.koppelwerk.problem;

/**
 * A piece of a larger problem with the rest held as it is, and where its numbers come from.
 *
 * @param request for each request of the piece its number in the whole
 * @param volunteer for each volunteer of the piece its number in the whole
 * @param group for each group of the piece, those that can bind in it, its number in the whole
 * @param pair for each pair of the piece its number in the whole
 */
public record SubProblem(Problem problem, int[] request, int[] volunteer, int[] group, int[] pair) {

    /** Writes the piece's plan into the arrays of the whole's plan. */
    public void copyInto(Plan whole, Plan piece) {
        for (int r = 0; r < request.length; r++) {
            int p = piece.pair()[r];
            whole.pair()[request[r]] = p < 0 ? -1 : pair[p];
            whole.dayParts()[request[r]] = piece.dayParts()[r];
        }
    }

    /** The piece's share of a plan for the whole; every pair that it takes must have been kept in the piece. */
    public Plan cutFrom(Plan whole) {
        int[] taken = new int[request.length];
        long[] dayParts = new long[request.length];
        for (int r = 0; r < request.length; r++) {
            taken[r] = pairOf(r, whole.pair()[request[r]]);
            dayParts[r] = taken[r] < 0 ? 0 : whole.dayParts()[request[r]];
        }
        return new Plan(taken, dayParts);
    }

    private int pairOf(int r, int wholePair) {
        for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
            if (pair[p] == wholePair) {
                return p;
            }
        }
        return -1;
    }
}
