package nl.koppelwerk.avoidedcost.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.Cases;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Threshold;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import org.junit.jupiter.api.Test;

class ReportingTest {
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private final Reporting reporting = new Reporting(Threshold.STANDARD, 7);

    @Test
    void figuresAreCountedAndRounded() {
        Report report = make(43, 26).report();

        assertThat(report.families()).contains(45L);
        assertThat(report.children()).contains(105L);
        assertThat(report.waitingWeeks()).contains(6L);
        assertThat(report.hours()).contains(1_700L);
        assertThat(report.table("household").families("SINGLE_PARENT")).contains(30L);
        assertThat(report.table("review").families("NOT_REVIEWED")).contains(15L);
        assertThat(report.table("FINANCE").families("NOT_BETTER")).contains(15L);
    }

    @Test
    void eurosAreThoseOfTheCalculationToTheThousand() {
        Report.Euros euros = make(43, 26).report().euros().orElseThrow();

        // 26 families with 50 to 150 days at 50 euros, a quarter off for deadweight, 40% for weak evidence.
        assertThat(euros.gross()).isEqualTo(Money.ofEuros("128000"));
        assertThat(euros.benefits()).isEqualTo(Money.ofEuros("57000"));
        assertThat(euros.cost()).isEqualTo(Money.ofEuros("26000"));
        assertThat(euros.netPresentValue()).isEqualTo(Money.ofEuros("31000"));
        assertThat(euros.reductions())
                .extracting(Report.Part::of)
                .containsExactly(List.of("DEADWEIGHT"), List.of("OPTIMISM"));
        assertThat(euros.byCashable()).containsExactly(new Report.Part(List.of("UNKNOWN"), euros.benefits()));
        assertThat(euros.cashableShares()).isEmpty();
        assertThat(euros.paybackYear()).isEmpty();
        assertThat(euros.ratio()).hasToString("Optional[2.2]");
        assertThat(euros.sensitivity()).hasSize(9);
        assertThat(euros.p10()).isLessThanOrEqualTo(euros.p50());
    }

    @Test
    void whatIsCashableIsToldWithWhoSaysSoAndAddsUp() {
        Report.Euros euros = shrinking(70);

        assertThat(euros.byCashable())
                .containsExactly(
                        new Report.Part(List.of("NO"), Money.ofEuros("17000")),
                        new Report.Part(List.of("YES"), Money.ofEuros("40000")));
        assertThat(euros.cashableShares())
                .containsExactly(new Report.CashableShare("verblijf", 70, "Contract 2026, artikel 4"));
        assertThat(euros.paybackYear()).contains(0);
    }

    @Test
    void thatNothingIsCashableIsSomethingElseThanThatNobodySaidSo() {
        assertThat(shrinking(0).byCashable()).containsExactly(new Report.Part(List.of("NO"), Money.ofEuros("57000")));
        assertThat(shrinking(0).paybackYear()).isEmpty();
    }

    private Report.Euros shrinking(int percent) {
        Reporting.Material plain = material("2025", 43, 26);
        Method method = Method.standard()
                .withCashable(Map.of(Cases.STAY, new Method.Cashable(percent, "Contract 2026, artikel 4")));
        Scenario scenario =
                new Scenario(method, plain.scenario().prices(), plain.scenario().families());
        return reporting
                .make(
                        new Reporting.Material(
                                plain.municipality(),
                                plain.period(),
                                plain.publication(),
                                plain.programmes(),
                                plain.families(),
                                scenario),
                        List.of())
                .report()
                .euros()
                .orElseThrow();
    }

    @Test
    void partsAddUpToTheCent() {
        Report.Euros euros = make(43, 26).report().euros().orElseThrow();

        assertThat(sum(euros.reductions())).isEqualTo(euros.gross().minus(euros.benefits()));
        assertThat(euros.payers()).containsExactly(new Report.Part(List.of("JEUGDWET"), euros.benefits()));
        assertThat(sum(euros.evidence())).isEqualTo(euros.benefits());
        assertThat(sum(euros.expected())).isEqualTo(euros.gross());
    }

    @Test
    void roundedPartsAddUpToARoundedWholeAndNoneMovesAStepOrMore() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 2_000; round++) {
            List<Long> exact = random.longs(random.nextInt(1, 8), -900_000, 4_000_000)
                    .boxed()
                    .toList();
            long whole =
                    Threshold.rounded(exact.stream().mapToLong(Long::longValue).sum(), 100_000);

            List<Long> parts = Apportioned.of(whole, exact, 100_000);

            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(whole);
            for (int at = 0; at < parts.size(); at++) {
                assertThat(parts.get(at) % 100_000).isZero();
                assertThat(Math.abs(parts.get(at) - exact.get(at))).isLessThanOrEqualTo(150_000);
            }
        }
    }

    private static Money sum(List<Report.Part> parts) {
        return Money.sum(parts.stream().map(Report.Part::amount).toList());
    }

    @Test
    void tooFewReviewedFamiliesGiveNoEuros() {
        Report report = make(43, 8).report();

        assertThat(report.euros()).isEmpty();
        assertThat(report.families()).contains(45L);
        assertThat(report.table("review").withheld()).isTrue();
    }

    @Test
    void tooFewFamiliesGiveNothing() {
        Report report = make(9, 0).report();

        assertThat(report.families()).isEmpty();
        assertThat(report.children()).isEmpty();
        assertThat(report.tables()).allMatch(Report.Table::withheld);
    }

    @Test
    void aFewFamiliesMoreThanLastTimeAreNotShown() {
        Release first = make(43, 26).release();

        Report again = reporting.make(material("2026", 46, 27), List.of(first)).report();

        assertThat(again.families()).isEmpty();
        assertThat(again.euros()).isEmpty();
    }

    @Test
    void partsOfFewFamiliesGoTogether() {
        Splitting splitting = new Splitting(Threshold.STANDARD);

        assertThat(splitting.groups(Map.of("JEUGDWET", amounts(0, 30), "WMO", amounts(10, 14), "ZVW", amounts(3, 18))))
                .containsExactly(List.of("JEUGDWET"), List.of("WMO", "ZVW"));
        assertThat(splitting.groups(Map.of("JEUGDWET", amounts(0, 30), "WMO", amounts(10, 14))))
                .containsExactly(List.of("JEUGDWET", "WMO"));
        assertThat(splitting.groups(Map.of("JEUGDWET", amounts(0, 30)))).containsExactly(List.of("JEUGDWET"));
        assertThat(splitting.groups(Map.of())).isEmpty();
    }

    private Reporting.Made make(int families, int reviewed) {
        return reporting.make(material("2025", families, reviewed), List.of());
    }

    private static Reporting.Material material(String publication, int families, int reviewed) {
        List<FamilyFacts> facts = new ArrayList<>();
        List<FamilyCase> cases = new ArrayList<>();
        for (int number = 0; number < families; number++) {
            facts.add(facts(number));
            if (number < reviewed) {
                cases.add(reviewed(number));
            }
        }
        Scenario scenario = new Scenario(Method.standard(), Cases.prices(), cases);
        return new Reporting.Material("Delft", YEAR, publication, List.of("Maatje", "Steun"), facts, scenario);
    }

    private static FamilyFacts facts(int number) {
        return new FamilyFacts(
                new FamilyId(new UUID(5, number)),
                number % 3 == 0 ? "Steun" : "Maatje",
                number / 2 % 3 == 1 ? Household.COUPLE : Household.SINGLE_PARENT,
                number % 2 == 0 ? Step.RUNNING : Step.ENDED,
                1 + number % 4,
                35 + 5 * (number % 5),
                24 + 8 * (number % 5),
                number / 3 % 3 == 2 ? Map.of() : Map.of(LifeDomain.FINANCE, 2 + 2 * (number / 3 % 3)));
    }

    private static FamilyCase reviewed(int number) {
        CareLine line = Cases.line(Cases.STAY, 2024, Integer.toString(70 + 25 * (number % 5)), "20")
                .withEvidence(EvidenceGrade.COORDINATORS_ESTIMATE)
                .withReductions(Reductions.NONE.withDeadweight(Share.QUARTER));
        return Cases.family(
                number,
                Cases.pairing(
                        Cases.review(number, line), Cases.subsidy(2024, Integer.toString(800 + 100 * (number % 5)))));
    }

    private static Map<FamilyId, Long> amounts(int from, int until) {
        Map<FamilyId, Long> amounts = new java.util.HashMap<>();
        for (int number = from; number < until; number++) {
            amounts.put(new FamilyId(new UUID(5, number)), 1_000L + 137L * number);
        }
        return amounts;
    }
}
