package nl.koppelwerk.verify;

import java.util.Arrays;
import nl.koppelwerk.problem.Problem;

/** The verifier's own search for what each volunteer can earn at most from the pairs on offer. */
final class VolunteerOffers {

    private static final int FEW = 4;
    private static final long LARGEST_TABLE = 1L << 22;

    private final Problem problem;
    private final FixedLoad load;
    private int size;
    private int[] request = new int[1 << 12];
    private int[] pair = new int[1 << 12];
    private long[] earned = new long[1 << 12];

    VolunteerOffers(Problem problem, FixedLoad load) {
        this.problem = problem;
        this.load = load;
    }

    void add(int ofRequest, int offered, long worth) {
        int volunteer = problem.pairVolunteer()[offered];
        boolean fits = load.number[volunteer] >= 1
                && (!problem.requestHeavy()[ofRequest] || load.heavy[volunteer] >= 1)
                && problem.pairHours()[offered] <= load.hours[volunteer]
                && Long.bitCount(load.dayPartsLeft(ofRequest, offered)) >= problem.requestSlots()[ofRequest];
        if (!fits) {
            return;
        }
        if (size == pair.length) {
            request = Arrays.copyOf(request, 2 * size);
            pair = Arrays.copyOf(pair, 2 * size);
            earned = Arrays.copyOf(earned, 2 * size);
        }
        request[size] = ofRequest;
        pair[size] = offered;
        earned[size++] = worth;
    }

    long bestOfAll() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) problem.pairVolunteer()[pair[i]] << 32 | i;
        }
        Arrays.sort(order);
        long total = 0;
        int from = 0;
        while (from < size) {
            int volunteer = (int) (order[from] >> 32);
            int to = from;
            while (to < size && (int) (order[to] >> 32) == volunteer) {
                to++;
            }
            total = Math.addExact(total, best(volunteer, Arrays.copyOfRange(order, from, to)));
            from = to;
        }
        return total;
    }

    private long best(int volunteer, long[] order) {
        int[] items = Arrays.stream(order)
                .mapToInt(key -> (int) key)
                .boxed()
                .sorted((one, other) -> Long.compare(earned[other], earned[one]))
                .mapToInt(item -> item)
                .toArray();
        int most = Math.min(load.number[volunteer], items.length);
        return most <= FEW
                ? few(items, 0, new int[most], 0, load.heavy[volunteer], load.hours[volunteer], 0, 0)
                : many(volunteer, items, most);
    }

    /** The best of all sets that extend the one taken, given what is already known to be reachable. */
    private long few(int[] items, int from, int[] taken, int count, int heavy, int hours, long sum, long known) {
        long best = Math.max(sum, known);
        for (int i = from; i < items.length && count < taken.length; i++) {
            if (sum + (taken.length - count) * earned[items[i]] <= best) {
                return best;
            }
            int weighs = problem.requestHeavy()[request[items[i]]] ? 1 : 0;
            int takes = problem.pairHours()[pair[items[i]]];
            taken[count] = items[i];
            if (weighs <= heavy && takes <= hours && dayPartsGoRound(taken, count + 1)) {
                best = few(items, i + 1, taken, count + 1, heavy - weighs, hours - takes, sum + earned[items[i]], best);
            }
        }
        return best;
    }

    /** Hall: any of the requests together have at least as many day-parts as they ask for. */
    private boolean dayPartsGoRound(int[] taken, int count) {
        for (int some = 1; some < 1 << count; some++) {
            long offered = 0;
            int asked = 0;
            for (int i = 0; i < count; i++) {
                if ((some & 1 << i) != 0) {
                    offered |= load.dayPartsLeft(request[taken[i]], pair[taken[i]]);
                    asked += problem.requestSlots()[request[taken[i]]];
                }
            }
            if (Long.bitCount(offered) < asked) {
                return false;
            }
        }
        return true;
    }

    private long many(int volunteer, int[] items, int most) {
        long hoursSum = Arrays.stream(items)
                .mapToLong(i -> problem.pairHours()[pair[i]])
                .sum();
        long heavies = Arrays.stream(items)
                .filter(i -> problem.requestHeavy()[request[i]])
                .count();
        long hourRoom = Math.min(hoursSum, load.hours[volunteer]) + 1;
        long numberRoom = most < items.length && hourRoom * (most + 1) <= LARGEST_TABLE ? most + 1 : 1;
        long heavyRoom = load.heavy[volunteer] < heavies ? load.heavy[volunteer] + 1 : 1;
        if (hourRoom * numberRoom * heavyRoom > LARGEST_TABLE) {
            heavyRoom = 1;
        }
        if (hourRoom > LARGEST_TABLE) {
            return Arrays.stream(items).limit(most).mapToLong(i -> earned[i]).reduce(0, Math::addExact);
        }
        long[][][] table = new long[(int) heavyRoom][(int) numberRoom][(int) hourRoom];
        for (int item : items) {
            place(table, item);
        }
        return table[(int) heavyRoom - 1][(int) numberRoom - 1][(int) hourRoom - 1];
    }

    private void place(long[][][] table, int item) {
        int hours = problem.pairHours()[pair[item]];
        int weighs = table.length > 1 && problem.requestHeavy()[request[item]] ? 1 : 0;
        int counts = table[0].length > 1 ? 1 : 0;
        for (int heavy = table.length - 1; heavy >= weighs; heavy--) {
            for (int number = table[0].length - 1; number >= counts; number--) {
                long[] to = table[heavy][number];
                long[] without = table[heavy - weighs][number - counts];
                for (int left = to.length - 1; left >= hours; left--) {
                    to[left] = Math.max(to[left], without[left - hours] + earned[item]);
                }
            }
        }
    }
}
