package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.bound.Knapsack;
import nl.koppelwerk.bound.PricedBound;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/**
 * The bound that prices give on a part of the plans, in whole numbers: what the prices took off, and for each volunteer
 * the set that earns most.
 *
 * <p>Valid for any prices that are not negative, so nothing depends on where they came from. For a volunteer who may take
 * many, a table gives a bound on the best set, without day-parts and triples.
 */
final class Pricing {

    private static final int SETS_AT_ONCE = 2;

    private final Problem problem;
    private final Residual residual;
    private final Offers offers;
    private final Prices prices;
    private final PricedBound priced;
    private final SetCount count;
    private final SetSearch search;
    private final Knapsack knapsack = new Knapsack();
    private final BitSet excluded;
    private final long[] best;

    /** @param count what sets pay for rows beside the prices */
    Pricing(Given given, Prices prices, SetCount count, BitSet excluded) {
        this.problem = given.problem();
        this.residual = given.residual();
        this.offers = given.offers();
        this.prices = prices;
        this.priced = new PricedBound(problem, residual, prices);
        this.count = count;
        this.search = new SetSearch(given, count);
        this.excluded = excluded;
        this.best = new long[problem.volunteers()];
    }

    /** At the prices of the program's last solution. */
    static Pricing of(Given given, Master master, BitSet excluded) {
        return new Pricing(given, master.prices(), master.setPrices(), excluded);
    }

    Prices prices() {
        return prices;
    }

    /** Makes the sets that earn more than the program knows of columns of it; whether there were any. */
    boolean addBetterSets(Master master) {
        List<Bundle> found = new ArrayList<>();
        find(master.worth(), SETS_AT_ONCE, found::add);
        return found.stream().filter(master::add).count() > 0;
    }

    /**
     * Finds the best sets of each volunteer.
     *
     * @param worth for each volunteer what sets must earn more than to be told of
     * @param most how many sets of a volunteer to tell of
     */
    void find(long[] worth, int most, Consumer<Bundle> earnsMore) {
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            if (offers.start[volunteer] < offers.start[volunteer + 1]) {
                best[volunteer] = best(volunteer, most);
                tell(volunteer, worth[volunteer], earnsMore);
            }
        }
    }

    /** The bound, once the best sets were found. */
    long value() {
        long sum = Math.addExact(priced.constant(), count.constant());
        for (long ofVolunteer : best) {
            sum = Math.addExact(sum, ofVolunteer);
        }
        return sum;
    }

    /** The pairs that are in no plan whose value is {@code needed} or more, once the best sets were found. */
    BitSet useless(long needed) {
        long value = value();
        BitSet useless = new BitSet(problem.pairs());
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            if (residual.numberLeft(volunteer) > SetSearch.MOST_NUMBER) {
                continue;
            }
            load(volunteer);
            for (int at = offers.start[volunteer]; at < offers.start[volunteer + 1]; at++) {
                if (!excluded.get(offers.pair[at])
                        && value - best[volunteer] + search.bestWith(volunteer, at, profit(at)) < needed) {
                    useless.set(offers.pair[at]);
                }
            }
        }
        return useless;
    }

    private long profit(int at) {
        return priced.profit(offers.request[at], offers.pair[at]);
    }

    private long best(int volunteer, int most) {
        if (residual.numberLeft(volunteer) > SetSearch.MOST_NUMBER) {
            return fromTable(volunteer);
        }
        load(volunteer);
        return search.best(volunteer, most);
    }

    private void load(int volunteer) {
        search.clear();
        for (int at = offers.start[volunteer]; at < offers.start[volunteer + 1]; at++) {
            if (!excluded.get(offers.pair[at])) {
                search.add(at, profit(at));
            }
        }
    }

    private long fromTable(int volunteer) {
        knapsack.clear();
        for (int at = offers.start[volunteer]; at < offers.start[volunteer + 1]; at++) {
            if (!excluded.get(offers.pair[at])) {
                int request = offers.request[at];
                knapsack.add(
                        offers.pair[at],
                        request,
                        profit(at),
                        problem.pairHours()[offers.pair[at]],
                        problem.requestHeavy()[request],
                        problem.requestSlots()[request],
                        offers.dayParts[at]);
            }
        }
        return knapsack.solve(
                residual.numberLeft(volunteer), residual.heavyLeft(volunteer), residual.hoursLeft(volunteer));
    }

    private void tell(int volunteer, long worth, Consumer<Bundle> earnsMore) {
        if (residual.numberLeft(volunteer) <= SetSearch.MOST_NUMBER) {
            search.forEachAbove(volunteer, worth, earnsMore);
        } else if (knapsack.chosenSize() > 0) {
            int[] pairs = new int[knapsack.chosenSize()];
            Arrays.setAll(pairs, knapsack::chosenPair);
            Arrays.sort(pairs);
            earnsMore.accept(new Bundle(volunteer, pairs));
        }
    }
}
