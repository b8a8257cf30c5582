package nl.koppelwerk.exact;

/**
 * What a search maximises: {@code first * level1 + second * level2}.
 *
 * @param scale how finely prices are rounded to whole numbers
 */
record Aim(long first, long second, long scale) {

    /** The first level alone. */
    static Aim firstLevel() {
        return new Aim(1, 0, 1L << 16);
    }

    /** The second level, a unit of the first counting as {@code first} of it. */
    static Aim secondLevel(long first) {
        return new Aim(first, 1, 1L << 16);
    }

    double worth(long weight, int value) {
        return (double) first * weight + (double) second * value;
    }
}
