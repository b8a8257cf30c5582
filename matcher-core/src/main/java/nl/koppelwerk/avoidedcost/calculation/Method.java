package nl.koppelwerk.avoidedcost.calculation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;

/**
 * The parameters that are choices and not estimates; shown with every outcome.
 *
 * @param discountRate real, per year: 0.0225 is 2.25%
 * @param optimismPercent taken off a benefit for what its estimate rests on, whole percents 0 to 100
 * @param cashablePercent share of a product by which contract volume can fall, whole percents; 0 when not there
 */
public record Method(
        BigDecimal discountRate, Map<EvidenceGrade, Integer> optimismPercent, Map<Product, Integer> cashablePercent) {
    private static final int[] OPTIMISM_AFTER_HM_TREASURY = {0, 5, 10, 15, 25, 40};
    /** Dutch working group on the discount rate, from 2021. */
    private static final BigDecimal RATE_FROM_2021 = new BigDecimal("0.0225");

    public Method {
        optimismPercent = Map.copyOf(optimismPercent);
        cashablePercent = Map.copyOf(cashablePercent);
        if (discountRate.signum() < 0 || discountRate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not a discount rate: " + discountRate);
        }
        if (optimismPercent.size() != EvidenceGrade.values().length) {
            throw new IllegalArgumentException("an optimism correction for every grade, not " + optimismPercent);
        }
        optimismPercent.values().forEach(Method::requirePercent);
        cashablePercent.values().forEach(Method::requirePercent);
    }

    /** The defaults: nothing is cashable. */
    public static Method standard() {
        Map<EvidenceGrade, Integer> optimism = new EnumMap<>(EvidenceGrade.class);
        for (EvidenceGrade grade : EvidenceGrade.values()) {
            optimism.put(grade, OPTIMISM_AFTER_HM_TREASURY[grade.ordinal()]);
        }
        return new Method(RATE_FROM_2021, optimism, Map.of());
    }

    public Method withDiscountRate(BigDecimal rate) {
        return new Method(rate, optimismPercent, cashablePercent);
    }

    public Method withCashable(Map<Product, Integer> percent) {
        return new Method(discountRate, optimismPercent, percent);
    }

    public int optimism(EvidenceGrade grade) {
        return java.util.Objects.requireNonNull(optimismPercent.get(grade));
    }

    public int cashable(Product product) {
        return cashablePercent.getOrDefault(product, 0);
    }

    /** {@code 1 / (1 + r)^t}, exact. */
    public Fraction discount(int period) {
        return new Fraction(BigDecimal.ONE, BigDecimal.ONE.add(discountRate).pow(period));
    }

    private static void requirePercent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentage: " + percent);
        }
    }
}
