package nl.koppelwerk.data.sample;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares that come out exactly, to the nearest family, instead of about: who has something is drawn, how many is not. */
final class Quota {
    private Quota() {}

    /** A value for each of {@code number} families, {@code shares[i]} thousandths of them {@code i}, in drawn order. */
    static int[] values(int number, Dice dice, int... shares) {
        int[] values = new int[number];
        List<Integer> order = dice.shuffled(IntStream.range(0, number).boxed().toList());
        int from = 0;
        long sum = 0;
        for (int value = 0; value < shares.length; value++) {
            sum += shares[value];
            int to = (int) ((sum * number + 500) / 1000);
            for (int i = from; i < to && i < number; i++) {
                values[order.get(i)] = value;
            }
            from = to;
        }
        return values;
    }

    /**
     * Which families have something that {@code thousandths} of all have.
     *
     * @param likelier families for which it is {@code times} as likely as for others
     */
    static BitSet having(int number, Dice dice, int thousandths, BitSet likelier, int times) {
        long[] keys = new long[number];
        for (int i = 0; i < number; i++) {
            long key = dice.next() >>> 1;
            for (int again = 1; again < times && likelier.get(i); again++) {
                key = Math.min(key, dice.next() >>> 1);
            }
            keys[i] = key;
        }
        BitSet having = new BitSet(number);
        IntStream.range(0, number)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> keys[i]).thenComparing(Comparator.naturalOrder()))
                .limit(((long) number * thousandths + 500) / 1000)
                .forEach(having::set);
        return having;
    }
}
