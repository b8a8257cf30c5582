package nl.koppelwerk.verify;

import java.util.Arrays;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Prices.ClashRow;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/**
 * Recomputes both bounds of a certificate from the problem and the prices, so that nobody need trust the optimiser.
 *
 * <p>It shares no code with the search for prices, uses whole numbers only, and refuses a sum that would overflow.
 */
public final class CertificateVerifier {

    private final Problem problem;
    private final Prices prices;
    private final long[] pairCharge;
    private final FixedLoad load;

    private CertificateVerifier(Problem problem, Prices prices) {
        this.problem = problem;
        this.prices = prices;
        this.pairCharge = new long[prices.tagRows().length + prices.clashRows().length > 0 ? problem.pairs() : 0];
        this.load = new FixedLoad(problem);
    }

    /** The outcome: the bounds that the prices really show, and whether the claimed ones follow. */
    public sealed interface Verdict {
        /** The claims follow from the prices. */
        record Holds(long firstBound, long secondBound) implements Verdict {}

        /** They do not. */
        record Refuted(String reason) implements Verdict {}
    }

    public static Verdict verify(Problem problem, Certificate certificate) {
        Prices one = certificate.firstPrices();
        Prices two = certificate.secondPrices();
        if (one.first() <= 0 || one.second() != 0 || two.first() < 0 || two.second() <= 0) {
            return new Verdict.Refuted("the levels are not priced as a certificate prices them");
        }
        try {
            long first = Math.floorDiv(new CertificateVerifier(problem, one).recompute(), one.first());
            long reward = Math.multiplyExact(two.first(), certificate.held());
            long above = Math.subtractExact(new CertificateVerifier(problem, two).recompute(), reward);
            long second = Math.floorDiv(above, two.second());
            if (first > certificate.firstBound() || second > certificate.secondBound()) {
                return new Verdict.Refuted("the prices show " + first + " and " + second + ", claimed are "
                        + certificate.firstBound() + " and " + certificate.secondBound());
            }
            return new Verdict.Holds(first, second);
        } catch (UnusablePrices | ArithmeticException e) {
            return new Verdict.Refuted(String.valueOf(e.getMessage()));
        }
    }

    private long recompute() throws UnusablePrices {
        requireShape();
        long total = chargeTags();
        total = Math.addExact(total, chargeClashes());
        for (int group = 0; group < problem.groups(); group++) {
            require(prices.group()[group] >= 0, "group", group);
            long share = Math.multiplyExact(prices.group()[group], (long) problem.groupLimit()[group]);
            total = Math.addExact(total, share);
        }
        VolunteerOffers offers = new VolunteerOffers(problem, load);
        for (int request = 0; request < problem.requests(); request++) {
            total = Math.addExact(total, load.isFixed(request) ? fixedWorth(request) : offer(request, offers));
        }
        return Math.addExact(total, offers.bestOfAll());
    }

    private void requireShape() throws UnusablePrices {
        require(prices.request().length == problem.requests(), "number of requests", prices.request().length);
        require(prices.group().length == problem.groups(), "number of groups", prices.group().length);
    }

    private long fixedWorth(int request) {
        int pair = problem.fixedPair()[request];
        return Math.subtractExact(worth(request, pair), charge(pair));
    }

    private long offer(int request, VolunteerOffers offers) throws UnusablePrices {
        long price = prices.request()[request];
        require(price >= 0, "request", request);
        long toll = price;
        for (int group = problem.requestGroup()[request]; group >= 0; group = problem.groupParent()[group]) {
            toll = Math.addExact(toll, prices.group()[group]);
        }
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            long earned = Math.subtractExact(Math.subtractExact(worth(request, pair), toll), charge(pair));
            if (earned > 0) {
                offers.add(request, pair, earned);
            }
        }
        return price;
    }

    private long worth(int request, int pair) {
        return Math.addExact(
                Math.multiplyExact(prices.first(), problem.requestWeight()[request]),
                Math.multiplyExact(prices.second(), (long) problem.pairValue()[pair]));
    }

    private long charge(int pair) {
        return pairCharge.length == 0 ? 0 : pairCharge[pair];
    }

    private long chargeTags() throws UnusablePrices {
        long[] perInteraction = new long[problem.interactions().length];
        long total = 0;
        for (TagRow row : prices.tagRows()) {
            require(row.price() >= 0, "interaction", row.interaction());
            Interaction interaction = problem.interactions()[row.interaction()];
            long most = Math.multiplyExact(prices.second(), (long) interaction.penalty());
            perInteraction[row.interaction()] = Math.addExact(perInteraction[row.interaction()], row.price());
            require(perInteraction[row.interaction()] <= most, "interaction", row.interaction());
            total = Math.addExact(total, row.price());
            chargeTagged(interaction.first(), row, true);
            chargeTagged(interaction.second(), row, false);
        }
        return total;
    }

    private void chargeTagged(int request, TagRow row, boolean listed) {
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            boolean isListed = false;
            for (short tag : row.tags()) {
                isListed |= tag == problem.pairTag()[pair];
            }
            if (isListed == listed) {
                pairCharge[pair] = Math.addExact(pairCharge[pair], row.price());
            }
        }
    }

    private long chargeClashes() throws UnusablePrices {
        long total = 0;
        for (ClashRow row : prices.clashRows()) {
            require(row.price() >= 0 && clashes(row), "clash in interaction", row.interaction());
            total = Math.addExact(total, row.price());
            for (int pair : row.firstPairs()) {
                pairCharge[pair] = Math.addExact(pairCharge[pair], row.price());
            }
            for (int pair : row.secondPairs()) {
                pairCharge[pair] = Math.addExact(pairCharge[pair], row.price());
            }
        }
        return total;
    }

    private boolean clashes(ClashRow row) {
        Interaction interaction = problem.interactions()[row.interaction()];
        int needed = problem.requestSlots()[interaction.first()] + problem.requestSlots()[interaction.second()];
        return belong(row.firstPairs(), interaction.first())
                && belong(row.secondPairs(), interaction.second())
                && Arrays.stream(row.firstPairs())
                        .allMatch(one -> Arrays.stream(row.secondPairs())
                                .allMatch(other -> Long.bitCount(
                                                asked(interaction.first(), one) | asked(interaction.second(), other))
                                        < needed));
    }

    private long asked(int request, int pair) {
        return problem.requestSlots()[request] == 0 ? 0 : problem.pairDayParts()[pair];
    }

    private boolean belong(int[] pairs, int request) {
        int start = problem.pairStart()[request];
        int end = problem.pairStart()[request + 1];
        return Arrays.stream(pairs).distinct().count() == pairs.length
                && Arrays.stream(pairs).allMatch(pair -> pair >= start && pair < end);
    }

    private static void require(boolean holds, String what, int value) throws UnusablePrices {
        if (!holds) {
            throw new UnusablePrices("the price of " + what + " " + value + " may not be used");
        }
    }

    private static final class UnusablePrices extends Exception {
        private UnusablePrices(String message) {
            super(message);
        }
    }
}
