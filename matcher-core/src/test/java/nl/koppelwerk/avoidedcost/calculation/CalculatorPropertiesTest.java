package nl.koppelwerk.avoidedcost.calculation;

import static nl.koppelwerk.avoidedcost.Cases.prices;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.Cases;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import org.junit.jupiter.api.Test;

class CalculatorPropertiesTest {
    private static final long SEED = 20261121;
    private static final List<FamilyCase> FAMILIES = Cases.random(SEED, 400);
    private final Calculator calculator = new Calculator(Method.standard(), prices());

    @Test
    void moreDeadweightNeverGivesMore() {
        neverMore(line -> line.withReductions(
                line.reductions().withDeadweight(line.reductions().deadweight().oneMore())));
    }

    @Test
    void moreDisplacementNeverGivesMore() {
        neverMore(line -> line.withReductions(line.reductions()
                .withDisplacement(line.reductions().displacement().oneMore())));
    }

    @Test
    void moreDropOffNeverGivesMore() {
        neverMore(line -> line.withReductions(
                line.reductions().withDropOff(line.reductions().dropOffPerYear().oneMore())));
    }

    @Test
    void weakerEvidenceNeverGivesMore() {
        neverMore(line -> line.withEvidence(line.evidence().oneWeaker()));
    }

    @Test
    void moreActualCareNeverGivesMore() {
        neverMore(line -> line.withActual(more(line.actual())));
    }

    @Test
    void lessReferenceCareNeverGivesMore() {
        neverMore(line -> line.withReference(line.reference().atLowest()));
    }

    @Test
    void moreAttributionToOthersNeverGivesAPairingMoreOnItsOwn() {
        for (FamilyCase family : FAMILIES) {
            for (ReviewedPairing pairing : family.pairings()) {
                FamilyCase alone = new FamilyCase(family.family(), List.of(pairing));
                Money before = calculator.calculate(alone).benefits();
                Money after = calculator
                        .calculate(changed(
                                alone,
                                line -> line.withReductions(line.reductions()
                                        .withAttribution(
                                                line.reductions().attribution().oneMore()))))
                        .benefits();
                assertThat(after).isLessThanOrEqualTo(before);
            }
        }
    }

    @Test
    void aLowerPriceNeverGivesABenefitMore() {
        PriceList cheaper = prices().with(price -> price.at(Money.ofEuros("30.99")));
        Calculator cheap = new Calculator(Method.standard(), cheaper);
        for (FamilyCase family : FAMILIES) {
            List<LineResult> before = calculator.calculate(family).lines();
            List<LineResult> after = cheap.calculate(family).lines();
            for (int line = 0; line < before.size(); line++) {
                assertThat(Math.abs(after.get(line).gross().cents()))
                        .isLessThanOrEqualTo(Math.abs(before.get(line).gross().cents()));
            }
        }
    }

    @Test
    void aHigherDiscountRateNeverBringsAnAmountFurtherFromZero() {
        Calculator steep = new Calculator(Method.standard().withDiscountRate(new BigDecimal("0.071")), prices());
        for (FamilyCase family : FAMILIES) {
            List<LineResult> before = calculator.calculate(family).lines();
            List<LineResult> after = steep.calculate(family).lines();
            for (int line = 0; line < before.size(); line++) {
                assertThat(Math.abs(after.get(line).presentValue().cents()))
                        .isLessThanOrEqualTo(
                                Math.abs(before.get(line).presentValue().cents()));
            }
        }
    }

    @Test
    void eachCentOfCostIsACentLessWhateverItIsFor() {
        Summary before = calculator.summarise(FAMILIES);
        int pairings =
                FAMILIES.stream().mapToInt(family -> family.pairings().size()).sum();
        for (PairingCost.Item item : PairingCost.Item.values()) {
            PairingCost more = item == PairingCost.Item.COORDINATION
                    ? new PairingCost(2024, BigDecimal.ONE, new Money(137), Map.of())
                    : new PairingCost(2024, BigDecimal.ZERO, Money.ZERO, Map.of(item, new Money(137)));
            Summary after = calculator.summarise(
                    FAMILIES.stream().map(family -> costing(family, more)).toList());

            assertThat(after.benefits()).as("benefits with more %s", item).isEqualTo(before.benefits());
            assertThat(before.netPresentValue().minus(after.netPresentValue()))
                    .as("more %s", item)
                    .isEqualTo(new Money(137L * pairings));
        }
    }

    @Test
    void moreOptimismCorrectionNeverGivesMore() {
        Map<EvidenceGrade, Integer> strict = new EnumMap<>(EvidenceGrade.class);
        Method.standard().optimismPercent().forEach((grade, percent) -> strict.put(grade, percent + 7));
        Method standard = Method.standard();
        Calculator careful = new Calculator(new Method(standard.discountRate(), strict, standard.cashable()), prices());
        for (FamilyCase family : FAMILIES) {
            assertThat(careful.calculate(family).benefits())
                    .isLessThanOrEqualTo(calculator.calculate(family).benefits());
        }
    }

    /** Extra care is an expense that is as cashable as a benefit. */
    @Test
    void aLargerCashableShareMovesMoneyAndAddsNone() {
        Summary plain = calculator.summarise(FAMILIES);
        long whole = plain.families().stream()
                .flatMap(family -> family.lines().stream())
                .filter(line -> line.line().product().equals(Cases.STAY))
                .mapToLong(line -> line.presentValue().cents())
                .sum();
        long last = -1;
        for (int percent : new int[] {0, 13, 57, 100}) {
            Summary summary = new Calculator(
                            Method.standard()
                                    .withCashable(Map.of(Cases.STAY, new Method.Cashable(percent, "Contract 2026"))),
                            prices())
                    .summarise(FAMILIES);

            assertThat(summary.benefits()).isEqualTo(plain.benefits());
            assertThat(Math.abs(summary.cashable().cents())).isGreaterThan(last);
            last = Math.abs(summary.cashable().cents());
        }
        assertThat(last).isEqualTo(Math.abs(whole));
    }

    private static FamilyCase costing(FamilyCase family, PairingCost more) {
        return new FamilyCase(
                family.family(),
                family.pairings().stream()
                        .map(pairing -> new ReviewedPairing(
                                pairing.programme(),
                                pairing.review(),
                                Stream.concat(
                                                pairing.costs().stream(),
                                                Stream.of(new PairingCost(
                                                        pairing.firstYear(),
                                                        more.coordinatorHours(),
                                                        more.hourlyRate(),
                                                        more.items())))
                                        .toList()))
                        .toList());
    }

    @Test
    void extraCareIsWholeInEveryLine() {
        int negative = 0;
        for (FamilyResult result : calculator.summarise(FAMILIES).families()) {
            for (LineResult line : result.lines()) {
                if (!line.gross().isPositive()) {
                    assertThat(line.net()).isEqualTo(line.gross());
                    negative++;
                }
            }
        }
        assertThat(negative).isGreaterThan(300);
    }

    /** With attribution as the only step, no more than the largest claim on a product, year and child is credited. */
    @Test
    void noMoreIsCreditedThanTheLargestClaim() {
        record Key(Product product, int year, Beneficiary beneficiary) {}
        for (FamilyResult result : calculator.summarise(FAMILIES).families()) {
            Map<Key, Money> largest = new java.util.HashMap<>();
            Map<Key, Money> credited = new java.util.HashMap<>();
            for (LineResult line : result.lines()) {
                Key key = new Key(
                        line.line().product(), line.line().year(), line.line().beneficiary());
                largest.merge(key, line.gross(), (left, right) -> left.compareTo(right) > 0 ? left : right);
                if (line.gross().isPositive()) {
                    credited.merge(
                            key,
                            line.gross()
                                    .minus(line.taken(Step.DEADWEIGHT))
                                    .minus(line.taken(Step.ATTRIBUTION))
                                    .minus(line.taken(Step.CLAIMED_ABOVE_THE_WHOLE)),
                            Money::plus);
                }
            }
            credited.forEach((key, amount) -> assertThat(amount.cents())
                    .isLessThanOrEqualTo(largest.getOrDefault(key, Money.ZERO).cents() + 2));
        }
    }

    @Test
    void centsAddUpHoweverTheyAreSplit() {
        Summary summary = calculator.summarise(FAMILIES);

        assertThat(summary.gross().minus(Money.sum(summary.waterfall().values())))
                .isEqualTo(summary.benefits());
        assertThat(Money.sum(summary.byPayer().values())).isEqualTo(summary.benefits());
        assertThat(Money.sum(summary.byEvidence().values())).isEqualTo(summary.benefits());
        assertThat(Money.sum(summary.costByItem().values())).isEqualTo(summary.cost());
        assertThat(summary.cashable().plus(summary.notCashable())).isEqualTo(summary.benefits());
        assertThat(summary.unfolded().amount()).isEqualTo(summary.netPresentValue());
        assertThat(calculator
                        .summarise(FAMILIES.subList(0, 130))
                        .benefits()
                        .plus(calculator.summarise(FAMILIES.subList(130, 400)).benefits()))
                .isEqualTo(summary.benefits());
    }

    private void neverMore(UnaryOperator<CareLine> lessHopeful) {
        int lower = 0;
        for (FamilyCase family : FAMILIES) {
            Money before = calculator.calculate(family).benefits();
            Money after = calculator.calculate(changed(family, lessHopeful)).benefits();
            assertThat(after).as("family %s", family.family()).isLessThanOrEqualTo(before);
            lower += after.equals(before) ? 0 : 1;
        }
        assertThat(lower).isGreaterThan(100);
    }

    private static QuantityRange more(QuantityRange range) {
        BigDecimal more = new BigDecimal("3.5");
        return new QuantityRange(
                range.low().add(more), range.likely().add(more), range.high().add(more));
    }

    private static FamilyCase changed(FamilyCase family, UnaryOperator<CareLine> change) {
        List<ReviewedPairing> pairings = new ArrayList<>();
        for (ReviewedPairing pairing : family.pairings()) {
            List<CareLine> lines =
                    pairing.review().estimate().lines().stream().map(change).toList();
            pairings.add(
                    new ReviewedPairing(pairing.programme(), pairing.review().withLines(lines), pairing.costs()));
        }
        return new FamilyCase(family.family(), pairings);
    }
}
