package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whom one or more rules allow, as bit sets over the volunteers: one set for all requests that ask the same of them.
 *
 * @param of number of each request's set
 * @param bits the sets
 */
record AllowedSets(int[] of, long[][] bits) {
    /** Rules are put together as long as no more different sets come of it: the sets of them all stay in the cache. */
    private static final int MOST_TOGETHER = 128;

    /** One bit for each volunteer: whether the rules allow the pair. */
    long[] bitsOf(int request) {
        return bits[of[request]];
    }

    /** The same rules in fewer collections, so that fewer sets are looked up for each request. */
    static List<AllowedSets> together(List<AllowedSets> each) {
        List<AllowedSets> few = new ArrayList<>();
        for (AllowedSets next : each.stream()
                .sorted(Comparator.comparingInt(sets -> sets.bits.length))
                .toList()) {
            Optional<AllowedSets> joined =
                    few.isEmpty() ? Optional.empty() : few.getLast().and(next);
            joined.ifPresent(sets -> few.removeLast());
            few.add(joined.orElse(next));
        }
        return few;
    }

    /** What both allow; empty where that would be too many different sets. */
    private Optional<AllowedSets> and(AllowedSets other) {
        int[] both = new int[of.length];
        Arrays.setAll(both, request -> of[request] * other.bits.length + other.of[request]);
        int[] different = IntStream.of(both).distinct().limit(MOST_TOGETHER + 1).toArray();
        if (different.length > MOST_TOGETHER) {
            return Optional.empty();
        }
        int[] numbers = new int[bits.length * other.bits.length];
        long[][] joined = new long[different.length][];
        for (int number = 0; number < different.length; number++) {
            int code = different[number];
            numbers[code] = number;
            joined[number] = and(bits[code / other.bits.length], other.bits[code % other.bits.length]);
        }
        Arrays.setAll(both, request -> numbers[both[request]]);
        return Optional.of(new AllowedSets(both, joined));
    }

    private static long[] and(long[] one, long[] other) {
        long[] both = new long[one.length];
        for (int word = 0; word < both.length; word++) {
            both[word] = one[word] & other[word];
        }
        return both;
    }
}
