package nl.koppelwerk.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.bench.attack.Attack.Findings;
import nl.koppelwerk.disclosure.Observation;
import nl.koppelwerk.disclosure.Publisher;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.disclosure.Tabulation;
import nl.koppelwerk.disclosure.Threshold;
import org.junit.jupiter.api.Test;

class AttackTest {
    private static final int THRESHOLD = 10;
    private final Publisher publisher = new Publisher(Threshold.STANDARD);

    @Test
    void whatIsPublishedBoundsNoGroupUnderTheThreshold() {
        Findings findings = new Attack(publisher::publish, THRESHOLD).on(7_000, 200);

        assertThat(findings.breaches()).isEmpty();
        assertThat(findings.groupsTried()).isGreaterThan(40_000);
        assertThat(findings.figuresShown()).isGreaterThan(1_800);
    }

    /** Rows of one table told how many families had come since another table of the year before. */
    @Test
    void tablesOfDifferentPeriodsDoNotTellTogetherHowFewCame() {
        Findings findings = new Attack(publisher::publish, THRESHOLD).on(1_000_539, 1);

        assertThat(findings.breaches()).isEmpty();
        assertThat(findings.figuresShown()).isPositive();
    }

    @Test
    void theAttackerBreaksWhatOnlyWithholdsSmallCells() {
        Findings findings = new Attack((_, tabulation) -> withoutSmallCells(tabulation), THRESHOLD).on(7_000, 20);

        assertThat(findings.breaches()).hasSizeGreaterThan(1_000);
    }

    @Test
    void theAttackerBreaksWhatForgetsEarlierPublications() {
        Findings findings =
                new Attack((_, tabulation) -> publisher.publish(List.of(), tabulation), THRESHOLD).on(7_000, 40);

        assertThat(findings.breaches()).hasSizeGreaterThan(50);
    }

    private static Release withoutSmallCells(Tabulation tabulation) {
        Map<Selection, Long> counts = new LinkedHashMap<>();
        Map<String, Map<Selection, Long>> sums = new TreeMap<>();
        for (Selection selection : tabulation.selections()) {
            large(tabulation, selection, Optional.empty()).ifPresent(count -> counts.put(selection, count));
            for (String measure : tabulation.measures()) {
                large(tabulation, selection, Optional.of(measure))
                        .ifPresent(count -> sums.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                                .put(selection, count));
            }
        }
        return new Release(tabulation, counts, sums);
    }

    private static Optional<Long> large(Tabulation tabulation, Selection selection, Optional<String> measure) {
        long families = tabulation.families().stream()
                .filter(family -> selection.matches(family.categories()))
                .filter(family -> measure.map(name -> contributes(family, name)).orElse(true))
                .count();
        return families >= THRESHOLD ? Optional.of(families) : Optional.empty();
    }

    private static boolean contributes(Observation family, String measure) {
        return family.amount(measure) != 0;
    }
}
