package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The most profitable set of pairs that one volunteer can take, limits and day-parts kept exactly where that is cheap.
 *
 * <p>With few requests a volunteer all sets are searched, best first, with Hall's condition on day-parts. With many, as
 * in generalised assignment, a table over hours (and number, and heavy requests, while it stays small) is filled, and
 * day-parts are left out: the value is then an upper bound.
 */
public final class Knapsack {

    private static final int MOST_SEARCHED = 4;
    private static final int LARGEST_TABLE = 1 << 20;
    private static final long LARGEST_TRACE = 1L << 27;

    private int size;
    private int[] pair = new int[64];
    private int[] request = new int[64];
    private long[] profit = new long[64];
    private int[] hours = new int[64];
    private boolean[] heavy = new boolean[64];
    private int[] slots = new int[64];
    private long[] dayParts = new long[64];

    private final int[] chosen = new int[MOST_SEARCHED];
    private int[] best = new int[MOST_SEARCHED];
    private int bestSize;
    private long bestProfit;
    private int numberLimit;

    public void clear() {
        size = 0;
    }

    /** Adds a pair that the volunteer could take alone; pairs without profit are left out. */
    public void add(
            int pairIndex, int ofRequest, long pairProfit, int pairHours, boolean isHeavy, int needed, long allowed) {
        if (pairProfit <= 0) {
            return;
        }
        if (size == pair.length) {
            grow();
        }
        int at = size++;
        while (at > 0 && profit[at - 1] < pairProfit) {
            move(at - 1, at);
            at--;
        }
        pair[at] = pairIndex;
        request[at] = ofRequest;
        profit[at] = pairProfit;
        hours[at] = pairHours;
        heavy[at] = isHeavy;
        slots[at] = needed;
        dayParts[at] = allowed;
    }

    /** The best profit within the limits, or an upper bound on it when the volunteer may take many. */
    public long solve(int number, int heavyLimit, int hoursLimit) {
        bestProfit = 0;
        bestSize = 0;
        numberLimit = Math.min(number, size);
        if (numberLimit <= 0) {
            return 0;
        }
        if (numberLimit > MOST_SEARCHED) {
            return table(heavyLimit, hoursLimit);
        }
        search(0, 0, 0, heavyLimit, hoursLimit);
        return bestProfit;
    }

    /** How many pairs the best set holds. */
    public int chosenSize() {
        return bestSize;
    }

    int chosenRequest(int i) {
        return request[best[i]];
    }

    public int chosenPair(int i) {
        return pair[best[i]];
    }

    private void search(int from, int depth, long sum, int heavyLeft, int hoursLeft) {
        if (sum > bestProfit) {
            bestProfit = sum;
            bestSize = depth;
            System.arraycopy(chosen, 0, best, 0, depth);
        }
        if (depth == numberLimit) {
            return;
        }
        for (int i = from; i < size && sum + (numberLimit - depth) * profit[i] > bestProfit; i++) {
            int asHeavy = heavy[i] ? 1 : 0;
            if (asHeavy <= heavyLeft && hours[i] <= hoursLeft && dayPartsSuffice(i, depth)) {
                chosen[depth] = i;
                search(i + 1, depth + 1, sum + profit[i], heavyLeft - asHeavy, hoursLeft - hours[i]);
            }
        }
    }

    /** Hall's condition for the sets that contain the added pair. */
    private boolean dayPartsSuffice(int added, int depth) {
        if (slots[added] == 0) {
            return true;
        }
        for (int subset = 0; subset < 1 << depth; subset++) {
            long union = dayParts[added];
            int needed = slots[added];
            for (int i = 0; i < depth; i++) {
                if ((subset >> i & 1) == 1) {
                    union |= dayParts[chosen[i]];
                    needed += slots[chosen[i]];
                }
            }
            if (Long.bitCount(union) < needed) {
                return false;
            }
        }
        return true;
    }

    private long table(int heavyLimit, int hoursLimit) {
        int heavies = 0;
        long hoursSum = 0;
        for (int i = 0; i < size; i++) {
            heavies += heavy[i] ? 1 : 0;
            hoursSum += hours[i];
        }
        long hourStates = Math.min(hoursLimit, hoursSum) + 1;
        int numberStates = numberLimit < size && hourStates * (numberLimit + 1) <= LARGEST_TABLE ? numberLimit + 1 : 1;
        int heavyStates = heavyLimit < heavies && hourStates * numberStates * (heavyLimit + 1) <= LARGEST_TABLE
                ? heavyLimit + 1
                : 1;
        if (hourStates > LARGEST_TABLE) {
            return largestSum();
        }
        return fill(heavyStates, numberStates, (int) hourStates);
    }

    private long largestSum() {
        long sum = 0;
        for (int i = 0; i < numberLimit; i++) {
            sum += profit[i];
        }
        return sum;
    }

    private long fill(int heavyStates, int numberStates, int hourStates) {
        int states = heavyStates * numberStates * hourStates;
        long[] value = new long[states];
        BitSet taken = new BitSet();
        boolean traced = (long) states * size <= LARGEST_TRACE;
        for (int i = 0; i < size; i++) {
            int step = step(i, heavyStates, numberStates, hourStates);
            for (int state = states - 1; state >= step; state--) {
                boolean hasRoom =
                        state % hourStates >= hours[i] && (numberStates == 1 || state / hourStates % numberStates > 0);
                if (hasRoom && value[state - step] + profit[i] > value[state]) {
                    value[state] = value[state - step] + profit[i];
                    if (traced) {
                        taken.set(i * states + state);
                    }
                }
            }
        }
        int state = states - 1;
        best = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            if (taken.get(i * states + state)) {
                best[bestSize++] = i;
                state -= step(i, heavyStates, numberStates, hourStates);
            }
        }
        return value[states - 1];
    }

    private int step(int i, int heavyStates, int numberStates, int hourStates) {
        int heavyStep = heavyStates > 1 && heavy[i] ? numberStates * hourStates : 0;
        return heavyStep + (numberStates > 1 ? hourStates : 0) + hours[i];
    }

    private void move(int from, int to) {
        pair[to] = pair[from];
        request[to] = request[from];
        profit[to] = profit[from];
        hours[to] = hours[from];
        heavy[to] = heavy[from];
        slots[to] = slots[from];
        dayParts[to] = dayParts[from];
    }

    private void grow() {
        int larger = size * 2;
        pair = Arrays.copyOf(pair, larger);
        request = Arrays.copyOf(request, larger);
        profit = Arrays.copyOf(profit, larger);
        hours = Arrays.copyOf(hours, larger);
        heavy = Arrays.copyOf(heavy, larger);
        slots = Arrays.copyOf(slots, larger);
        dayParts = Arrays.copyOf(dayParts, larger);
    }
}
