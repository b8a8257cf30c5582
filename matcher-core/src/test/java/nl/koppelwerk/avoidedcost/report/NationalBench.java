package nl.koppelwerk.avoidedcost.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.Cases;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Threshold;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the reports of a national programme take: 60 municipalities, 5,000 pairings of which half were looked back
 * on, and from the second year on a report to check against. Says processor time and judges nothing, so it is no part of
 * the build; it is run by its name.
 */
class NationalBench {
    private static final Logger LOG = LoggerFactory.getLogger(NationalBench.class);
    private static final int MUNICIPALITIES = 60;
    private static final int FAMILIES = 2_500;
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private static final List<String> PROGRAMMES = List.of("Maatje", "Steun", "Thuis");

    private final Map<Integer, Release> kept = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(20_260_101);
    private final List<FamilyCase> cases = Cases.random(12, FAMILIES);
    private final Reporting reporting = new Reporting(Threshold.STANDARD, 7);

    @Test
    void threeYears() {
        for (int year = 1; year <= 3; year++) {
            round(year);
        }
    }

    /** The first round is that of a program that has just started. */
    private void round(int round) {
        int shown = 0;
        int pairings = 0;
        Duration spent = Duration.ZERO;
        for (int municipality = 0; municipality < MUNICIPALITIES; municipality++) {
            List<FamilyCase> of = cases.subList(
                    municipality * FAMILIES / MUNICIPALITIES, (municipality + 1) * FAMILIES / MUNICIPALITIES);
            pairings += of.stream().mapToInt(family -> family.pairings().size()).sum();
            List<Release> earlier = round == 1 ? List.of() : List.of(kept.get(municipality));
            long started = processorNanoseconds();
            Release release = reporting.make(material(of, round), earlier).release();
            spent = spent.plusNanos(processorNanoseconds() - started);
            kept.put(municipality, release);
            shown += release.counts().size();
            shown += release.sums().values().stream().mapToInt(Map::size).sum();
        }
        LOG.info(
                "year {}, {} earlier: {} municipalities, {} pairings, {} figures shown, {} ms of processor",
                round,
                Math.min(1, round - 1),
                MUNICIPALITIES,
                pairings,
                shown,
                spent.toMillis());
    }

    /** Families that were looked back on, and as many others; some leave before the next year. */
    private Reporting.Material material(List<FamilyCase> of, int year) {
        List<FamilyCase> here = of.stream().filter(_ -> random.nextInt(10) > 0).toList();
        List<FamilyFacts> facts = new ArrayList<>();
        for (FamilyCase family : here) {
            facts.add(facts(family.family()));
            facts.add(facts(new FamilyId(new UUID(year, random.nextLong()))));
        }
        return new Reporting.Material(
                "Delft",
                YEAR,
                "year " + year,
                PROGRAMMES,
                facts,
                new Scenario(Method.standard(), Cases.prices(), here));
    }

    private FamilyFacts facts(FamilyId family) {
        return new FamilyFacts(
                family,
                PROGRAMMES.get((int) (3 * Math.pow(random.nextDouble(), 2))),
                random.nextInt(3) == 0 ? Household.COUPLE : Household.SINGLE_PARENT,
                random.nextInt(3) == 0 ? Step.ENDED : Step.RUNNING,
                1 + random.nextInt(4),
                random.nextInt(90),
                20 + random.nextInt(200),
                Map.of(
                        LifeDomain.FINANCE, 1 + random.nextInt(5),
                        LifeDomain.SOCIAL, 1 + random.nextInt(5),
                        LifeDomain.HEALTH, 1 + random.nextInt(5)));
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
