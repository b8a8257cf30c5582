package nl.koppelwerk.fairness;

/**
 * Between which shares the true one lies, with 99% certainty.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Interval(double low, double high) {
    /** Two-sided 99%: over some thirty groups a night a false alarm is rare. */
    private static final double Z = 2.5758;

    /** Wilson's score interval, which keeps its promise with small numbers and near 0 and 1 as well. */
    public static Interval of(int hits, int tries) {
        if (tries == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / tries;
        double square = Z * Z / tries;
        double middle = (share + square / 2) / (1 + square);
        double reach = Z * Math.sqrt(share * (1 - share) / tries + square / (4 * tries)) / (1 + square);
        return new Interval(hits == 0 ? 0 : middle - reach, hits == tries ? 1 : middle + reach);
    }
}
