package nl.koppelwerk.avoidedcost.calculation;

import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.family;
import static nl.koppelwerk.avoidedcost.Cases.line;
import static nl.koppelwerk.avoidedcost.Cases.pairing;
import static nl.koppelwerk.avoidedcost.Cases.prices;
import static nl.koppelwerk.avoidedcost.Cases.review;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.avoidedcost.uncertainty.Switching;
import org.junit.jupiter.api.Test;

/** A claim of 225,000 euros over two years on 44,000 euros of cost for ten families. */
class WorkedCaseTest {
    private static final Method AT_PRESENT_VALUE = Method.standard().withDiscountRate(BigDecimal.ZERO);

    @Test
    void theClaimIsFivePointOneTimesTheCost() {
        Summary summary = summary(AT_PRESENT_VALUE);

        assertThat(summary.gross()).hasToString("225000.00");
        assertThat(summary.cost()).hasToString("44000.00");
        assertThat(summary.grossRatio().orElseThrow().setScale(1, RoundingMode.HALF_UP))
                .hasToString("5.1");
    }

    @Test
    void threeQuartersThreeTimesLeaveNinetyFourThousandNineHundredTwentyTwoEuros() {
        Summary summary = summary(AT_PRESENT_VALUE);

        assertThat(summary.benefits().toEuros().setScale(0, RoundingMode.HALF_UP))
                .hasToString("94922");
        assertThat(summary.ratio().orElseThrow()).hasToString("2.1573");
        assertThat(summary.netPresentValue()).hasToString("50921.80");
    }

    @Test
    void theWaterfallAddsUpToTheCent() {
        Summary summary = summary(AT_PRESENT_VALUE);

        assertThat(summary.waterfall())
                .containsEntry(Step.DEADWEIGHT, Money.ofEuros("56250"))
                .containsEntry(Step.ATTRIBUTION, Money.ofEuros("42187.40"))
                .containsEntry(Step.OPTIMISM, Money.ofEuros("31640.80"))
                .containsEntry(Step.DROP_OFF, Money.ZERO);
        assertThat(summary.gross().minus(Money.sum(summary.waterfall().values())))
                .isEqualTo(summary.benefits());
    }

    @Test
    void itBreaksEvenWhereAboutAFifthOfTheClaimSurvives() {
        Switching switching = Switching.of(new Scenario(AT_PRESENT_VALUE, prices(), families()));

        assertThat(switching.survivingClaim().orElseThrow()).hasToString("0.1956");
        assertThat(switching.deadweight().orElseThrow()).hasToString("0.6523");
    }

    @Test
    void discountedAtTheStandardRateTheSecondYearCountsForLess() {
        Summary summary = summary(Method.standard());

        assertThat(summary.taken(Step.DISCOUNTING)).hasToString("1044.40");
        assertThat(summary.benefits()).hasToString("93877.40");
        assertThat(summary.ratio().orElseThrow()).hasToString("2.1336");
    }

    @Test
    void nothingIsCashableAndNothingPaidBackUnlessAContractCanShrink() {
        Summary summary = summary(AT_PRESENT_VALUE);
        Summary shrinking = summary(
                AT_PRESENT_VALUE.withCashable(Map.of(STAY, new Method.Cashable(60, "Contract 2026, artikel 4"))));

        assertThat(summary.cashable()).isEqualTo(Money.ZERO);
        assertThat(summary.payback()).isEmpty();
        assertThat(shrinking.cashable()).hasToString("56953.00");
        assertThat(shrinking.payback()).contains(1);
    }

    private static Summary summary(Method method) {
        return new Calculator(method, prices()).summarise(families());
    }

    /** 225 days of stay at 50 euros a year for each family; 4,400 euros of cost each, all in the first year. */
    private static List<FamilyCase> families() {
        PairingCost cost = new PairingCost(
                2024,
                new BigDecimal("20"),
                Money.ofEuros("55"),
                Map.of(
                        Item.SUBSIDY, Money.ofEuros("3000"),
                        Item.TRAINING, Money.ofEuros("120"),
                        Item.SCREENING, Money.ofEuros("41.35"),
                        Item.EXPENSES, Money.ofEuros("88.65"),
                        Item.OVERHEAD, Money.ofEuros("50")));
        return IntStream.range(0, 10)
                .mapToObj(number -> family(number, pairing(review(number, claimed(2024), claimed(2025)), cost)))
                .toList();
    }

    private static CareLine claimed(int year) {
        return line(STAY, year, "225", "0")
                .withEvidence(EvidenceGrade.SIMILAR_STUDY)
                .withReductions(new Reductions(Share.QUARTER, Share.QUARTER, Share.NONE, Share.NONE));
    }
}
