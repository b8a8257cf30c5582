package nl.koppelwerk.problem;

import java.util.Arrays;

/**
 * An answer to a {@link Problem}: for each request the pair it takes, or -1, and the day-parts promised.
 *
 * @param pair for each request an index into the problem's pairs, or -1 when it is not served
 * @param dayParts for each request the day-parts promised, {@code requestSlots} bits; 0 when not served
 */
public record Plan(int[] pair, long[] dayParts) {
    /** Nobody served. */
    public static Plan empty(int requests) {
        int[] pair = new int[requests];
        Arrays.fill(pair, -1);
        return new Plan(pair, new long[requests]);
    }
}
