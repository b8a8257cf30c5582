package nl.koppelwerk.avoidedcost.uncertainty;

import static nl.koppelwerk.avoidedcost.Cases.GUIDANCE;
import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.family;
import static nl.koppelwerk.avoidedcost.Cases.line;
import static nl.koppelwerk.avoidedcost.Cases.prices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.avoidedcost.Cases;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.uncertainty.Sensitivity.Swing;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final Simulation simulation = new Simulation(31, 2000);

    @Test
    void withoutRangesEveryWorldIsTheCalculation() {
        Scenario scenario = scenario(List.of(family(line(STAY, 2025, "7", "2"))));

        Spread spread = simulation.spread(scenario);

        assertThat(spread.p10()).isEqualTo(scenario.summary().benefits()).isEqualTo(spread.p90());
    }

    @Test
    void aTriangleHasItsPercentilesWhereTheFormulaPutsThem() {
        Scenario scenario =
                scenario(List.of(family(line(STAY, 2024, "0", "0").withReference(QuantityRange.of("0", "30", "100")))));

        Spread spread = new Simulation(31, 40_000).spread(scenario);

        // sqrt(0.1*100*30), 100 - sqrt(0.5*100*70), 100 - sqrt(0.1*100*70), each times 50 euros
        assertThat(spread.p10().cents()).isBetween(85_000L, 88_200L);
        assertThat(spread.p50().cents()).isBetween(202_000L, 206_500L);
        assertThat(spread.p90().cents()).isBetween(366_000L, 369_500L);
    }

    @Test
    void theSameSeedGivesTheSameRangeInAnyOrderOfFamilies() {
        List<FamilyCase> families = Cases.random(8, 70);
        List<FamilyCase> shuffled = new ArrayList<>(families);
        Collections.shuffle(shuffled, new Random(3));

        Spread spread = simulation.spread(scenario(families));
        Spread again = new Simulation(31, 2000).spread(scenario(shuffled));
        Spread otherSeed = new Simulation(32, 2000).spread(scenario(families));

        assertThat(again.p10()).isEqualTo(spread.p10());
        assertThat(again.minus(spread).p90()).isEqualTo(Money.ZERO);
        assertThat(otherSeed.p10()).isNotEqualTo(spread.p10());
    }

    @Test
    void inTheSameWorldsMoreDeadweightIsNeverBetter() {
        Scenario scenario = scenario(Cases.random(9, 60));

        Spread difference =
                simulation.spread(Parameter.DEADWEIGHT.careful(scenario)).minus(simulation.spread(scenario));

        assertThat(difference.percentile(100).cents()).isNegative();
    }

    @Test
    void aPriceRangeDoesNotAverageOutOverFamilies() {
        List<FamilyCase> families = new ArrayList<>();
        for (int number = 0; number < 37; number++) {
            families.add(family(number, Cases.pairing(Cases.review(number, line(GUIDANCE, 2024, "100", "0")))));
        }

        Spread spread = simulation.spread(scenario(families));

        // 37 * 100 hours at P10 = 45.77 + 10% and P90 = 45.77 + 90% of 12.67
        assertThat(spread.p10().cents()).isBetween(17_300_000L, 17_500_000L);
        assertThat(spread.p90().cents()).isBetween(21_050_000L, 21_250_000L);
    }

    @Test
    void theParameterThatMovesMostComesFirst() {
        Scenario scenario = scenario(
                List.of(family(line(STAY, 2024, "40", "3").withReference(QuantityRange.of("39", "40", "41")))));

        List<Swing> swings = Sensitivity.of(scenario);

        assertThat(swings).hasSize(9);
        assertThat(swings.getFirst()).isEqualTo(swing(Parameter.DEADWEIGHT, "1387.50", "1850.00"));
        assertThat(swings).contains(swing(Parameter.REFERENCE_QUANTITY, "1800.00", "1900.00"));
        assertThat(swings).contains(swing(Parameter.EVIDENCE, "1757.50", "1850.00"));
    }

    private static Swing swing(Parameter parameter, String careful, String hopeful) {
        return new Swing(parameter, Money.ofEuros(careful), Money.ofEuros(hopeful));
    }

    private static Scenario scenario(List<FamilyCase> families) {
        return new Scenario(Method.standard(), prices(), families);
    }
}
