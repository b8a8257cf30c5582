package nl.koppelwerk.disclosure;

/**
 * What protects families.
 *
 * @param families no figure describes fewer families; 5 or more
 * @param countStep numbers of families are rounded to a multiple of this; 1 is not rounded
 * @param amountStep sums are rounded to a multiple of this, in the smallest unit of the measure
 * @param largestSharePercent a sum is withheld when one family makes up more than this part of it
 */
public record Threshold(int families, int countStep, long amountStep, int largestSharePercent) {
    /** Ten families, counts to five, euros to a thousand, no family more than half of a sum. */
    public static final Threshold STANDARD = new Threshold(10, 5, 100_000, 50);

    public Threshold {
        if (families < 5 || countStep < 1 || amountStep < 1 || largestSharePercent < 1 || largestSharePercent > 100) {
            throw new IllegalArgumentException("threshold of " + families + " families, steps " + countStep + " and "
                    + amountStep + ", largest share " + largestSharePercent + "%");
        }
    }

    /** To the nearest step, halves away from zero. */
    public static long rounded(long value, long step) {
        long up = Math.floorDiv(Math.abs(value) + step / 2, step) * step;
        return value < 0 ? -up : up;
    }
}
