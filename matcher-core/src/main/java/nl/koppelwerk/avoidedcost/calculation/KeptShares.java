package nl.koppelwerk.avoidedcost.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;

/**
 * Which share of a benefit each step leaves. The same shares serve the exact calculation and the simulation.
 * Programmes that together claim more than the whole share the whole in proportion to their claims.
 */
public final class KeptShares {
    private record Claimed(Product product, int year, Beneficiary beneficiary) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Fraction ALL = Fraction.of(BigDecimal.ONE);

    private final Method method;
    private final Map<Claimed, Integer> claimedPercent = new HashMap<>();

    public KeptShares(Method method, FamilyCase family) {
        this.method = method;
        for (ReviewedPairing pairing : family.pairings()) {
            for (CareLine line : pairing.review().estimate().lines()) {
                claimedPercent.merge(key(line), ownPercent(line), Integer::sum);
            }
        }
    }

    /** Every step but the last two, which depend on other lines and on amounts. */
    public Map<Step, Fraction> of(CaseReview review, CareLine line) {
        Reductions reductions = line.reductions();
        Map<Step, Fraction> kept = new EnumMap<>(Step.class);
        kept.put(Step.DEADWEIGHT, left(reductions.deadweight()));
        kept.put(Step.ATTRIBUTION, left(reductions.attribution()));
        kept.put(Step.CLAIMED_ABOVE_THE_WHOLE, withinTheWhole(line));
        kept.put(Step.DISPLACEMENT, left(reductions.displacement()));
        kept.put(Step.DROP_OFF, afterDropOff(review, line));
        kept.put(Step.OPTIMISM, ALL.timesPercent(100 - method.optimism(line.evidence())));
        return kept;
    }

    private Fraction withinTheWhole(CareLine line) {
        int claimed = claimedPercent.getOrDefault(key(line), 0);
        return claimed <= 100 ? ALL : new Fraction(HUNDRED, BigDecimal.valueOf(claimed));
    }

    private static Fraction afterDropOff(CaseReview review, CareLine line) {
        int years = line.year() - review.started().getYear();
        Fraction left = ALL;
        for (int year = 0; year < years; year++) {
            left = left.times(left(line.reductions().dropOffPerYear()));
        }
        return line.measuredAfterEnd() ? left : left.times(shareBeforeTheEnd(review, line.year()));
    }

    /** Of the days of the year from the start of the pairing, the share before its end. */
    private static Fraction shareBeforeTheEnd(CaseReview review, int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LocalDate from = review.started().isAfter(newYear) ? review.started() : newYear;
        LocalDate to = newYear.plusYears(1);
        LocalDate end = review.until().isBefore(to) ? review.until() : to;
        long running = Math.max(0, ChronoUnit.DAYS.between(from, end));
        return new Fraction(BigDecimal.valueOf(running), BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)));
    }

    private static int ownPercent(CareLine line) {
        return 100 - line.reductions().attribution().percent();
    }

    private static Fraction left(Share taken) {
        return ALL.timesPercent(100 - taken.percent());
    }

    private static Claimed key(CareLine line) {
        return new Claimed(line.product(), line.year(), line.beneficiary());
    }
}
