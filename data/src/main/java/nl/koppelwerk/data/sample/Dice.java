package nl.koppelwerk.data.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chance that falls the same way on every machine and in every version of Java: SplitMix64 (Steele, Lea and Flood, 2014).
 */
final class Dice {
    private long state;

    /** @param purpose what the dice are thrown for; other purposes fall independently */
    Dice(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed + purpose.charAt(i) + 0x9E3779B97F4A7C15L);
        }
        state = mixed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** 0 up to {@code bound}, which is not reached. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }

    /** True in so many of a hundred throws. */
    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Position in {@code weights}, each as likely as its weight. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int rest = below(total);
        int index = 0;
        while (rest >= weights[index]) {
            rest -= weights[index];
            index++;
        }
        return index;
    }

    /** As {@link #weighted}, for many weights: given as running totals, the first its own weight. */
    int byTotals(int[] totals) {
        int found = Arrays.binarySearch(totals, below(totals[totals.length - 1]) + 1);
        return found < 0 ? -found - 1 : found;
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T swapped = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swapped);
        }
        return shuffled;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
