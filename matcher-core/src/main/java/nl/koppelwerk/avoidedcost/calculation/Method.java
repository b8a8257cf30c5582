package nl.koppelwerk.avoidedcost.calculation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Fraction;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;

/**
 * The parameters that are choices and not estimates; shown with every outcome.
 *
 * @param discountRate real, per year: 0.0225 is 2.25%
 * @param optimismPercent taken off a benefit for what its estimate rests on, whole percents 0 to 100
 * @param cashable share of a product by which contract volume can fall; a product that is not there: not determined,
 *     and counted as nothing
 */
public record Method(
        BigDecimal discountRate, Map<EvidenceGrade, Integer> optimismPercent, Map<Product, Cashable> cashable) {
    /**
     * By how much the contract of a product can become smaller.
     *
     * @param percent whole percents, 0 to 100; 0 is a determination too
     * @param source who says so, and where
     */
    public record Cashable(int percent, String source) {
        public Cashable {
            requirePercent(percent);
            if (source.isBlank()) {
                throw new IllegalArgumentException("a cashable share of " + percent + "% without a source");
            }
        }
    }

    private static final int[] OPTIMISM_AFTER_HM_TREASURY = {0, 5, 10, 15, 25, 40};
    /** Dutch working group on the discount rate, from 2021. */
    private static final BigDecimal RATE_FROM_2021 = new BigDecimal("0.0225");

    public Method {
        optimismPercent = Map.copyOf(optimismPercent);
        cashable = Map.copyOf(cashable);
        if (discountRate.signum() < 0 || discountRate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not a discount rate: " + discountRate);
        }
        if (optimismPercent.size() != EvidenceGrade.values().length) {
            throw new IllegalArgumentException("an optimism correction for every grade, not " + optimismPercent);
        }
        optimismPercent.values().forEach(Method::requirePercent);
    }

    /** The defaults: of no product it is determined what is cashable. */
    public static Method standard() {
        Map<EvidenceGrade, Integer> optimism = new EnumMap<>(EvidenceGrade.class);
        for (EvidenceGrade grade : EvidenceGrade.values()) {
            optimism.put(grade, OPTIMISM_AFTER_HM_TREASURY[grade.ordinal()]);
        }
        return new Method(RATE_FROM_2021, optimism, Map.of());
    }

    public Method withDiscountRate(BigDecimal rate) {
        return new Method(rate, optimismPercent, cashable);
    }

    public Method withCashable(Map<Product, Cashable> shares) {
        return new Method(discountRate, optimismPercent, shares);
    }

    public int optimism(EvidenceGrade grade) {
        return java.util.Objects.requireNonNull(optimismPercent.get(grade));
    }

    /** Empty: not determined. */
    public Optional<Integer> findCashablePercent(Product product) {
        return Optional.ofNullable(cashable.get(product)).map(Cashable::percent);
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
