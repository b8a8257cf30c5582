package nl.koppelwerk.avoidedcost.uncertainty;

import java.math.BigDecimal;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.calculation.FamilyResult;
import nl.koppelwerk.avoidedcost.calculation.LineResult;
import nl.koppelwerk.avoidedcost.calculation.Summary;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.review.Share;

/**
 * How wrong the estimate may be before the pairings cost more than they avoid.
 *
 * @param deadweight share of all benefits, from 0 to 1 with four decimals, that would have to happen anyway for the
 *     net present value to be zero; nothing when it is below zero without any deadweight
 * @param survivingClaim share of the gross positive claim, four decimals, that must survive all reductions and
 *     discounting to pay for cost and extra care; nothing when nothing is claimed
 */
public record Switching(Optional<BigDecimal> deadweight, Optional<BigDecimal> survivingClaim) {
    /** All benefits carry the same factor (1 - deadweight), so the outcome is a straight line in it. */
    public static Switching of(Scenario scenario) {
        Summary without = scenario.withLines(
                        line -> line.withReductions(line.reductions().withDeadweight(Share.NONE)))
                .summary();
        Money benefits = Money.ZERO;
        Money claim = Money.ZERO;
        Money toPay = without.cost();
        for (FamilyResult family : without.families()) {
            for (LineResult line : family.lines()) {
                if (line.gross().isPositive()) {
                    claim = claim.plus(line.gross());
                    benefits = benefits.plus(line.presentValue());
                } else {
                    toPay = toPay.minus(line.presentValue());
                }
            }
        }
        Optional<BigDecimal> deadweight = share(benefits.minus(toPay), benefits).filter(value -> value.signum() >= 0);
        return new Switching(deadweight, share(toPay, claim));
    }

    private static Optional<BigDecimal> share(Money part, Money whole) {
        return whole.isPositive()
                ? Optional.of(new Fraction(part.toEuros(), whole.toEuros()).rounded(4))
                : Optional.empty();
    }
}
