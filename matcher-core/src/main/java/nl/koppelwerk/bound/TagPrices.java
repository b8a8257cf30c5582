package nl.koppelwerk.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/**
 * The prices of carrying different tags while they are searched: a row for each interaction and each tag, which pairs of
 * the first request with that tag and pairs of the second with another share.
 */
final class TagPrices {

    private final int tags;
    private final short[] tagOf;
    private final int[] indexOf;
    private final int[] slot;
    private final int[] interaction;
    private final int[] first;
    private final int[] second;
    private final int[] penalty;
    private final long[] charge;

    /** @param whether rows are wanted at all */
    TagPrices(Problem problem, Residual residual, boolean whether) {
        this.slot = new int[problem.requests()];
        Arrays.fill(slot, -1);
        int[] chosen = whether ? priced(problem, residual) : new int[0];
        int slots = 0;
        this.interaction = chosen;
        this.first = new int[chosen.length];
        this.second = new int[chosen.length];
        this.penalty = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            Interaction one = problem.interactions()[chosen[i]];
            slot[one.first()] = slot[one.first()] < 0 ? slots++ : slot[one.first()];
            slot[one.second()] = slot[one.second()] < 0 ? slots++ : slot[one.second()];
            first[i] = slot[one.first()];
            second[i] = slot[one.second()];
            penalty[i] = one.penalty();
        }
        this.tagOf = distinct(problem, slots > 0);
        this.tags = tagOf.length;
        this.indexOf = new int[tags == 0 ? 0 : 1 << Short.SIZE];
        for (int t = 0; t < tags; t++) {
            indexOf[tagOf[t] & 0xFFFF] = t;
        }
        this.charge = new long[slots * tags];
    }

    private static int[] priced(Problem problem, Residual residual) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < problem.interactions().length; i++) {
            Interaction one = problem.interactions()[i];
            if (one.penalty() > 0 && !residual.isFixed(one.first()) && !residual.isFixed(one.second())) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(i -> i).toArray();
    }

    private static short[] distinct(Problem problem, boolean whether) {
        boolean[] seen = new boolean[1 << Short.SIZE];
        int count = 0;
        for (int p = 0; whether && p < problem.pairs(); p++) {
            int tag = problem.pairTag()[p] & 0xFFFF;
            count += seen[tag] ? 0 : 1;
            seen[tag] = true;
        }
        short[] tags = new short[count];
        for (int tag = seen.length - 1; tag >= 0; tag--) {
            if (seen[tag]) {
                tags[--count] = (short) tag;
            }
        }
        return tags;
    }

    /** Rows, a price each. */
    int rows() {
        return interaction.length * tags;
    }

    /** Counters of takers that {@link #count} needs. */
    int counters() {
        return charge.length;
    }

    /** The counter of a pair of this request with this tag, or -1 when it has no rows. */
    int counter(int request, short tag) {
        return slot[request] < 0 ? -1 : slot[request] * tags + indexOf[tag & 0xFFFF];
    }

    /** What the rows take off a pair with this counter. */
    long charge(int counter) {
        return counter < 0 ? 0 : charge[counter];
    }

    /** Brings each interaction's prices within its penalty, sets what pairs are charged and gives the sum of prices. */
    long open(double[] price, int from, long scale) {
        Arrays.fill(charge, 0);
        long total = 0;
        for (int i = 0; i < interaction.length; i++) {
            int row = from + i * tags;
            long sum = 0;
            fitPenalty(price, row, penalty[i]);
            for (int t = 0; t < tags; t++) {
                long whole = whole(price[row + t], scale);
                sum += whole;
                charge[first[i] * tags + t] += whole;
                charge[second[i] * tags + t] -= whole;
            }
            for (int t = 0; t < tags; t++) {
                charge[second[i] * tags + t] += sum;
            }
            total += sum;
        }
        return total;
    }

    private void fitPenalty(double[] price, int row, int most) {
        double sum = 0;
        for (int t = 0; t < tags; t++) {
            sum += price[row + t];
        }
        for (int t = 0; t < tags && sum > most; t++) {
            price[row + t] *= most / sum;
        }
    }

    private static long whole(double price, long scale) {
        return (long) Math.floor(price * scale * (1 - 1e-9));
    }

    /** How much room each row has left by these counts of takers. */
    void slack(int[] takers, double[] slack, int from) {
        for (int i = 0; i < interaction.length; i++) {
            int others = 0;
            for (int t = 0; t < tags; t++) {
                others += takers[second[i] * tags + t];
            }
            for (int t = 0; t < tags; t++) {
                int sharing = takers[first[i] * tags + t] + others - takers[second[i] * tags + t];
                slack[from + i * tags + t] = 1 - sharing;
            }
        }
    }

    /** The rows that have a price. */
    TagRow[] toRows(double[] price, int from, long scale) {
        List<TagRow> rows = new ArrayList<>();
        for (int i = 0; i < interaction.length; i++) {
            for (int t = 0; t < tags; t++) {
                long whole = whole(price[from + i * tags + t], scale);
                if (whole > 0) {
                    rows.add(new TagRow(interaction[i], new short[] {tagOf[t]}, whole));
                }
            }
        }
        return rows.toArray(TagRow[]::new);
    }
}
