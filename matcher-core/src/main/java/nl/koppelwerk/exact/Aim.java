package nl.koppelwerk.exact;

/**
 * What a search maximises: {@code first * level1 + second * level2}.
 *
 * @param scale how finely prices are rounded to whole numbers
 */
record Aim(long first, long second, long scale) {

    private static final double LARGEST_SUM = 1e18;

    /** The first level alone, when all weights together are {@code weights}. */
    static Aim firstLevel(long weights) {
        return new Aim(1, 0, scale(weights));
    }

    /** The second level, a unit of the first counting as {@code first} of it. */
    static Aim secondLevel(long first, long weights) {
        return new Aim(first, 1, scale((double) first * weights));
    }

    /** Whether sums stay within 64 bits when a unit of the first level counts so much. */
    static boolean fits(long first, long weights) {
        return (double) first * weights <= LARGEST_SUM;
    }

    private static long scale(double sum) {
        long scale = 1L << 16;
        while (scale > 1 && sum * scale > LARGEST_SUM) {
            scale >>= 1;
        }
        return scale;
    }

    double worth(long weight, int value) {
        return (double) first * weight + (double) second * value;
    }
}
