package nl.koppelwerk.avoidedcost.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.avoidedcost.Cases;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import org.junit.jupiter.api.Test;

class NationalProgrammeTest {
    /** Processor time, because the clock of a busy machine says nothing: two cores have twenty seconds in ten. */
    @Test
    void fiveThousandPairingsInSixtyMunicipalitiesTakeLessThanTenSeconds() {
        List<FamilyCase> families = Cases.random(12, 2500);
        assertThat(families.stream()
                        .mapToInt(family -> family.pairings().size())
                        .sum())
                .isGreaterThan(4900);
        Simulation simulation = new Simulation(5, 1000);
        long started = processorNanoseconds();

        int range = 0;
        for (int municipality = 0; municipality < 60; municipality++) {
            int from = municipality * families.size() / 60;
            int to = (municipality + 1) * families.size() / 60;
            Scenario scenario = new Scenario(Method.standard(), Cases.prices(), families.subList(from, to));
            range += scenario.summary().unfolded().parts().size();
            range += simulation.spread(scenario).worlds();
            range += Sensitivity.of(scenario).size();
            range += Switching.of(scenario).deadweight().isPresent() ? 1 : 0;
        }

        assertThat(Duration.ofNanos(processorNanoseconds() - started)).isLessThan(Duration.ofSeconds(20));
        assertThat(range).isGreaterThan(60 * 1009);
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
