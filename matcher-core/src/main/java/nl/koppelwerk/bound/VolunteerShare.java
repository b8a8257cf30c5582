package nl.koppelwerk.bound;

import java.util.Arrays;
import java.util.function.Function;
import nl.koppelwerk.problem.Problem;

/** The best sets of some consecutive volunteers at the prices of the moment, so that shares can be worked out at the same time. */
final class VolunteerShare {

    private static final int LEAST_PAIRS = 10_000;

    final int[] takers;
    final int[] tagTakers;

    private final Input input;
    private final int from;
    private final int to;
    private final Knapsack knapsack = new Knapsack();

    /**
     * What all shares read.
     *
     * @param base for each request what any pair earns before its value
     * @param valueScale what a unit of value earns
     */
    record Input(Problem problem, Residual residual, Core core, TagPrices tags, long[] base, long valueScale) {}

    private VolunteerShare(Input input, int from, int to) {
        this.input = input;
        this.from = from;
        this.to = to;
        this.takers = new int[input.problem().requests()];
        this.tagTakers = new int[input.tags().counters()];
    }

    /** About as many pairs in each; one share when there are too few to be worth it. */
    static VolunteerShare[] divide(Input input, int threads) {
        int[] start = input.core().start;
        int volunteers = start.length - 1;
        int count = Math.clamp(start[volunteers] / LEAST_PAIRS, 1, threads);
        VolunteerShare[] shares = new VolunteerShare[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = from;
            while (to < volunteers && (i == count - 1 || start[to] < (long) start[volunteers] * (i + 1) / count)) {
                to++;
            }
            shares[i] = new VolunteerShare(input, from, to);
            from = to;
        }
        return shares;
    }

    static int[] sum(VolunteerShare[] shares, Function<VolunteerShare, int[]> counts) {
        int[] sum = counts.apply(shares[0]);
        for (int i = 1; i < shares.length; i++) {
            int[] more = counts.apply(shares[i]);
            sum = i == 1 ? sum.clone() : sum;
            for (int at = 0; at < sum.length; at++) {
                sum[at] += more[at];
            }
        }
        return sum;
    }

    /** What these volunteers earn together, by the sets that are counted in {@link #takers}. */
    long best() {
        Arrays.fill(takers, 0);
        Arrays.fill(tagTakers, 0);
        long sum = 0;
        for (int volunteer = from; volunteer < to; volunteer++) {
            sum += best(volunteer);
        }
        return sum;
    }

    private long best(int volunteer) {
        Core core = input.core();
        Problem problem = input.problem();
        knapsack.clear();
        for (int at = core.start[volunteer]; at < core.start[volunteer + 1]; at++) {
            int r = core.request[at];
            long profit = input.base()[r] + input.valueScale() * core.value[at];
            knapsack.add(
                    at,
                    r,
                    profit - input.tags().charge(counter(at)),
                    core.hours[at],
                    problem.requestHeavy()[r],
                    problem.requestSlots()[r],
                    core.dayParts[at]);
        }
        Residual residual = input.residual();
        long earned = knapsack.solve(
                residual.numberLeft(volunteer), residual.heavyLeft(volunteer), residual.hoursLeft(volunteer));
        for (int i = 0; i < knapsack.chosenSize(); i++) {
            takers[knapsack.chosenRequest(i)]++;
            int counter = counter(knapsack.chosenPair(i));
            if (counter >= 0) {
                tagTakers[counter]++;
            }
        }
        return earned;
    }

    private int counter(int at) {
        return tagTakers.length == 0 ? -1 : input.tags().counter(input.core().request[at], input.core().tag[at]);
    }
}
