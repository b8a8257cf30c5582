package nl.koppelwerk.avoidedcost.calculation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;

/**
 * Avoided cost of families. After each step the exact product so far is rounded to the cent once, and a step took off
 * the difference of two rounded amounts: so gross less all steps is the net amount, to the cent. The present value is
 * the net amount in cents, discounted and rounded once more. All sums are sums of those cents.
 */
public final class Calculator {
    private final Method method;
    private final PriceList prices;

    public Calculator(Method method, PriceList prices) {
        this.method = method;
        this.prices = prices;
    }

    public Method method() {
        return method;
    }

    public PriceList prices() {
        return prices;
    }

    /** Products without a price in the price year; a family with one of these cannot be calculated. */
    public SortedSet<Product> missingPrices(List<FamilyCase> families) {
        SortedSet<Product> missing = new TreeSet<>();
        families.stream()
                .flatMap(family -> family.pairings().stream())
                .flatMap(pairing -> pairing.review().estimate().lines().stream())
                .map(CareLine::product)
                .filter(product -> prices.find(product).isEmpty())
                .forEach(missing::add);
        return missing;
    }

    public Summary summarise(List<FamilyCase> families) {
        return new Summary(families.parallelStream().map(this::calculate).toList());
    }

    /** Throws when a product has no price; see {@link #missingPrices}. */
    public FamilyResult calculate(FamilyCase family) {
        KeptShares shares = new KeptShares(method, family);
        List<Draft> drafts = new ArrayList<>();
        for (ReviewedPairing pairing : family.pairings()) {
            CaseReview review = pairing.review();
            for (CareLine line : review.estimate().lines()) {
                drafts.add(net(review, line, shares));
            }
        }
        Overlap.takeOff(drafts);
        int firstYear = family.firstYear();
        return new FamilyResult(
                family,
                drafts.stream()
                        .sorted(Comparator.comparing((Draft draft) -> draft.line.year()))
                        .map(draft -> draft.finish(draft.line.year() - firstYear, method))
                        .toList());
    }

    private Draft net(CaseReview review, CareLine line, KeptShares shares) {
        UnitPrice price = prices.get(line.product());
        Fraction exact = avoided(line).times(price.middle());
        Draft draft = new Draft(review, line, price, exact.toMoney());
        if (exact.signum() > 0) {
            for (Map.Entry<Step, Fraction> step : shares.of(review, line).entrySet()) {
                if (step.getValue().isWhole()) {
                    draft.leave(step.getKey(), draft.net());
                } else {
                    exact = exact.times(step.getValue());
                    draft.leave(step.getKey(), exact.toMoney());
                }
            }
        }
        return draft;
    }

    private static Fraction avoided(CareLine line) {
        Fraction reference = line.reference().expected();
        Fraction actual = line.actual().expected();
        return new Fraction(reference.numerator().subtract(actual.numerator()), reference.denominator());
    }

    /** A line on its way from gross to net. */
    static final class Draft {
        final CareLine line;
        private final CaseReview review;
        private final UnitPrice price;
        private final Money gross;
        private final Map<Step, Money> taken = new EnumMap<>(Step.class);
        private Money net;

        private Draft(CaseReview review, CareLine line, UnitPrice price, Money gross) {
            this.review = review;
            this.line = line;
            this.price = price;
            this.gross = gross;
            this.net = gross;
        }

        Money net() {
            return net;
        }

        void leave(Step step, Money left) {
            taken.put(step, net.minus(left));
            net = left;
        }

        private LineResult finish(int period, Method method) {
            Fraction present = net.exactly().times(method.discount(period));
            Money cashable = present.timesPercent(
                            method.findCashablePercent(line.product()).orElse(0))
                    .toMoney();
            leave(Step.DISCOUNTING, present.toMoney());
            return new LineResult(review.pairing(), line, price, period, gross, taken, cashable);
        }
    }
}
