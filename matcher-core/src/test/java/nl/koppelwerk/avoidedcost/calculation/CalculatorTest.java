package nl.koppelwerk.avoidedcost.calculation;

import static nl.koppelwerk.avoidedcost.Cases.GUIDANCE;
import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.family;
import static nl.koppelwerk.avoidedcost.Cases.line;
import static nl.koppelwerk.avoidedcost.Cases.measured;
import static nl.koppelwerk.avoidedcost.Cases.ofChild;
import static nl.koppelwerk.avoidedcost.Cases.pairing;
import static nl.koppelwerk.avoidedcost.Cases.prices;
import static nl.koppelwerk.avoidedcost.Cases.review;
import static nl.koppelwerk.avoidedcost.Cases.subsidy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import org.junit.jupiter.api.Test;

class CalculatorTest {
    private final Calculator calculator = new Calculator(Method.standard().withDiscountRate(BigDecimal.ZERO), prices());

    @Test
    void theExpectedQuantityIsTheMeanOfTheTriangleAndThePriceTheMiddleOfItsRange() {
        CareLine guidance = line(GUIDANCE, 2024, "0", "3").withReference(QuantityRange.of("10", "20", "45"));

        LineResult result = calculator.calculate(family(guidance)).lines().getFirst();

        // (75/3 - 3) * 52.105
        assertThat(result.gross()).hasToString("1146.31");
    }

    @Test
    void extraCareIsKeptWholeAndOnlyDiscounted() {
        CareLine more = line(STAY, 2025, "4", "11")
                .withEvidence(EvidenceGrade.COORDINATORS_ESTIMATE)
                .withReductions(new Reductions(Share.HALF, Share.ALL, Share.QUARTER, Share.HALF));
        Calculator discounting = new Calculator(Method.standard(), prices());

        LineResult result = discounting.calculate(family(more)).lines().getFirst();

        assertThat(result.gross()).hasToString("-350.00");
        assertThat(result.net()).hasToString("-350.00");
        assertThat(result.presentValue()).hasToString("-342.30");
        assertThat(result.taken()).containsOnlyKeys(Step.DISCOUNTING);
    }

    @Test
    void programmesThatTogetherClaimMoreThanTheWholeShareTheWhole() {
        CareLine threeQuarters =
                line(STAY, 2024, "40", "0").withReductions(Reductions.NONE.withAttribution(Share.QUARTER));
        CareLine half = line(STAY, 2024, "60", "0").withReductions(Reductions.NONE.withAttribution(Share.HALF));
        FamilyCase twoProgrammes = family(1, pairing(review(1, threeQuarters)), pairing(review(2, half)));

        FamilyResult result = calculator.calculate(twoProgrammes);

        // 75% and 50% of claims become 60% and 40%: 2000 * 0.6 + 3000 * 0.4
        assertThat(result.benefits()).hasToString("2400.00");
        assertThat(result.lines())
                .extracting(found -> found.taken(Step.CLAIMED_ABOVE_THE_WHOLE).toString())
                .containsExactly("300.00", "300.00");
    }

    @Test
    void programmesThatTogetherClaimLessThanTheWholeAreLeftAlone() {
        CareLine quarter =
                line(STAY, 2024, "40", "0").withReductions(Reductions.NONE.withAttribution(Share.THREE_QUARTERS));
        CareLine half = line(STAY, 2024, "60", "0").withReductions(Reductions.NONE.withAttribution(Share.HALF));
        FamilyCase twoProgrammes = family(1, pairing(review(1, quarter)), pairing(review(2, half)));

        assertThat(calculator.calculate(twoProgrammes).benefits()).hasToString("2000.00");
    }

    @Test
    void aChildIsNotCountedAgainInItsFamily() {
        CareLine family = line(STAY, 2024, "100", "0");
        CareLine first = ofChild(1, line(STAY, 2024, "30", "0"));
        CareLine second = ofChild(2, line(STAY, 2024, "25", "0"));
        CareLine otherYear = ofChild(1, line(STAY, 2025, "7", "0"));
        CareLine otherProduct = ofChild(1, line(GUIDANCE, 2024, "2", "0"));

        FamilyResult result = calculator.calculate(family(family, first, second, otherYear, otherProduct));

        assertThat(result.lines().getFirst().taken(Step.COUNTED_WITH_A_CHILD)).hasToString("2750.00");
        assertThat(result.benefits()).hasToString("5454.21");
    }

    @Test
    void familyLinesTogetherLoseNoMoreThanTheChildrenHave() {
        CareLine child = ofChild(3, line(STAY, 2024, "30", "0"));
        CareLine half = line(STAY, 2024, "50", "0").withReductions(Reductions.NONE.withAttribution(Share.HALF));
        FamilyCase shared = family(1, pairing(review(1, child, half)), pairing(review(2, half)));

        assertThat(calculator.calculate(shared).benefits()).hasToString("2500.00");
    }

    @Test
    void nothingCountsAfterTheEndUnlessItWasMeasured() {
        LocalDate start = LocalDate.of(2024, 4, 1);
        LocalDate end = LocalDate.of(2024, 8, 11);
        CareLine first = line(STAY, 2024, "55", "0");
        CareLine second = line(STAY, 2025, "8", "0");

        FamilyResult expected = calculator.calculate(family(1, pairing(review(1, start, end, first, second))));
        FamilyResult measured =
                calculator.calculate(family(1, pairing(review(1, start, end, measured(first), measured(second)))));

        // 132 of the 275 days from 1 April to the end of 2024
        assertThat(expected.benefits()).hasToString("1320.00");
        assertThat(measured.benefits()).hasToString("3150.00");
    }

    @Test
    void aBenefitWearsOffEachYearAfterTheFirst() {
        Reductions wearing = Reductions.NONE.withDropOff(Share.QUARTER);
        CareLine third = measured(line(STAY, 2026, "32", "0")).withReductions(wearing);

        LineResult result = calculator.calculate(family(third)).lines().getFirst();

        assertThat(result.taken(Step.DROP_OFF)).hasToString("700.00");
        assertThat(result.presentValue()).hasToString("900.00");
    }

    @Test
    void yearsAreCountedFromTheFirstPairingOfTheFamily() {
        LocalDate later = LocalDate.of(2025, 1, 1);
        FamilyCase twice = family(
                1,
                pairing(review(1, line(STAY, 2024, "3", "0"))),
                pairing(review(2, later, later.plusYears(1), line(GUIDANCE, 2025, "5", "0"))));

        assertThat(calculator.calculate(twice).lines())
                .extracting(LineResult::period)
                .containsExactly(0, 1);
    }

    @Test
    void familiesWithoutAvoidedCostAreCounted() {
        FamilyCase none = family(1, pairing(review(1), subsidy(2024, "900")));
        FamilyCase worse = family(2, pairing(review(2, line(STAY, 2024, "2", "6"))));
        FamilyCase better = family(3, pairing(review(3, line(STAY, 2024, "6", "1"))));

        Summary summary = calculator.summarise(List.of(none, worse, better));

        assertThat(summary.familiesWithoutAvoidedCost()).isEqualTo(2);
        assertThat(summary.reviewedPairings()).isEqualTo(3);
        assertThat(summary.benefits()).hasToString("50.00");
        assertThat(summary.netPresentValue()).hasToString("-850.00");
    }

    @Test
    void aProductWithoutAPriceIsNamed() {
        FamilyCase unpriced = family(line(new Product("54", "ggz"), 2024, "2", "0"));

        assertThat(calculator.missingPrices(List.of(unpriced))).containsExactly(new Product("54", "ggz"));
        assertThatThrownBy(() -> calculator.calculate(unpriced)).hasMessage("no price of 54/ggz in 2024");
    }
}
