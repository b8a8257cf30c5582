package nl.koppelwerk.exact;

import java.util.Arrays;
import java.util.function.Consumer;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/**
 * The most profitable sets of pairs that one volunteer can take: number, heavy requests and hours within the limits, and
 * day-parts that go round (Hall's condition). All sets are searched, best pairs first.
 */
final class SetSearch {

    static final int MOST_NUMBER = 6;
    private static final int MOST_FOUND = 6;

    private final Problem problem;
    private final Residual residual;
    private final Offers offers;
    private final SetCount count;
    private final int[] chosen = new int[MOST_NUMBER];
    private final int[][] foundSet = new int[MOST_FOUND][];
    private final long[] foundProfit = new long[MOST_FOUND];
    private int found;
    private int wanted;
    private int[] offer = new int[64];
    private long[] profit = new long[64];
    private int size;
    private int number;

    SetSearch(Given given, SetCount count) {
        this.problem = given.problem();
        this.residual = given.residual();
        this.offers = given.offers();
        this.count = count;
    }

    void clear() {
        size = 0;
    }

    /** Makes an offer available to the next search; offers without profit are left out, as no best set needs them. */
    void add(int at, long itsProfit) {
        if (itsProfit <= 0) {
            return;
        }
        if (size == offer.length) {
            offer = Arrays.copyOf(offer, 2 * size);
            profit = Arrays.copyOf(profit, 2 * size);
        }
        int place = size++;
        while (place > 0 && profit[place - 1] < itsProfit) {
            offer[place] = offer[place - 1];
            profit[place] = profit[place - 1];
            place--;
        }
        offer[place] = at;
        profit[place] = itsProfit;
    }

    /** The most that the volunteer earns; up to {@code most} of its best sets are kept. */
    long best(int volunteer, int most) {
        found = 0;
        wanted = most;
        number = Math.min(residual.numberLeft(volunteer), MOST_NUMBER);
        search(0, 0, 0, residual.heavyLeft(volunteer), residual.hoursLeft(volunteer));
        return found == 0 ? 0 : foundProfit[0];
    }

    /** The most that the volunteer earns by sets that hold this offer. */
    long bestWith(int volunteer, int at, long itsProfit) {
        found = 0;
        wanted = 1;
        number = Math.min(residual.numberLeft(volunteer), MOST_NUMBER);
        int request = offers.request[at];
        chosen[0] = at;
        long sum = itsProfit - count.add(offers.pair[at]);
        keep(sum, 1);
        search(
                0,
                1,
                sum,
                residual.heavyLeft(volunteer) - (problem.requestHeavy()[request] ? 1 : 0),
                residual.hoursLeft(volunteer) - problem.pairHours()[offers.pair[at]]);
        count.remove(offers.pair[at]);
        return foundProfit[0];
    }

    /** Tells of the kept sets that earn more than {@code worth}. */
    void forEachAbove(int volunteer, long worth, Consumer<Bundle> consumer) {
        for (int i = 0; i < found; i++) {
            if (foundProfit[i] > worth) {
                int[] pairs = Arrays.stream(foundSet[i])
                        .map(at -> offers.pair[at])
                        .sorted()
                        .toArray();
                consumer.accept(new Bundle(volunteer, pairs));
            }
        }
    }

    private long threshold() {
        return found < wanted ? 0 : foundProfit[found - 1];
    }

    private void keep(long sum, int depth) {
        int place = found < wanted ? found++ : found - 1;
        while (place > 0 && foundProfit[place - 1] < sum) {
            foundProfit[place] = foundProfit[place - 1];
            foundSet[place] = foundSet[place - 1];
            place--;
        }
        foundProfit[place] = sum;
        foundSet[place] = Arrays.copyOf(chosen, depth);
    }

    private void search(int from, int depth, long sum, int heavyLeft, int hoursLeft) {
        if (depth == number) {
            return;
        }
        for (int i = from; i < size && sum + (number - depth) * profit[i] > threshold(); i++) {
            int at = offer[i];
            int request = offers.request[at];
            int asHeavy = problem.requestHeavy()[request] ? 1 : 0;
            int hours = problem.pairHours()[offers.pair[at]];
            if (asHeavy <= heavyLeft
                    && hours <= hoursLeft
                    && (depth == 0 || at != chosen[0])
                    && dayPartsSuffice(at, depth)) {
                chosen[depth] = at;
                long with = sum + profit[i] - count.add(offers.pair[at]);
                if (with > threshold()) {
                    keep(with, depth + 1);
                }
                search(i + 1, depth + 1, with, heavyLeft - asHeavy, hoursLeft - hours);
                count.remove(offers.pair[at]);
            }
        }
    }

    /** Hall's condition for the sets that contain the added offer. */
    private boolean dayPartsSuffice(int added, int depth) {
        int slots = problem.requestSlots()[offers.request[added]];
        for (int some = 0; some < 1 << depth && slots > 0; some++) {
            long union = offers.dayParts[added];
            int needed = slots;
            for (int i = 0; i < depth; i++) {
                if ((some >> i & 1) == 1) {
                    union |= offers.dayParts[chosen[i]];
                    needed += problem.requestSlots()[offers.request[chosen[i]]];
                }
            }
            if (Long.bitCount(union) < needed) {
                return false;
            }
        }
        return true;
    }
}
