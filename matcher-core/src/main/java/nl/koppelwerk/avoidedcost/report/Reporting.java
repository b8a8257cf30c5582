package nl.koppelwerk.avoidedcost.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.calculation.FamilyResult;
import nl.koppelwerk.avoidedcost.calculation.Summary;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.disclosure.Dimension;
import nl.koppelwerk.disclosure.Observation;
import nl.koppelwerk.disclosure.Publisher;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.disclosure.Tabulation;
import nl.koppelwerk.disclosure.Threshold;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;

/**
 * Makes the report of a municipality: counts, calculates, and leaves out what would describe too few families, given all
 * that the municipality was shown before.
 */
public final class Reporting {
    private static final String CHILDREN = "children";
    private static final String WAITING = "waiting";
    private static final String HOURS = "hours";
    private static final int DAYS_IN_A_WEEK = 7;
    private static final long HOURS_STEP = 50;

    private final Threshold threshold;
    private final EuroFigures figures;

    /** @param seed of the simulation that gives the range */
    public Reporting(Threshold threshold, long seed) {
        this.threshold = threshold;
        this.figures = new EuroFigures(threshold, seed);
    }

    /**
     * What a report is made of.
     *
     * @param publication name of the publication, unique for the municipality
     * @param programmes all that a family could be in
     * @param scenario the reviewed families among {@code families}, with prices and method
     */
    public record Material(
            String municipality,
            Period period,
            String publication,
            List<String> programmes,
            List<FamilyFacts> families,
            Scenario scenario) {
        public Material {
            programmes = List.copyOf(programmes);
            families = List.copyOf(families);
        }
    }

    /**
     * A report, and what is to be kept of it so that later ones are checked against it.
     *
     * @param release never to be shown: it names families
     */
    public record Made(Report report, Release release) {}

    /** @param earlier all that was published to this municipality before, in order */
    public Made make(Material material, List<Release> earlier) {
        Summary summary = material.scenario().summary();
        Map<FamilyId, FamilyResult> results = summary.families().stream()
                .collect(Collectors.toMap(result -> result.family().family(), each -> each));
        Amounts amounts = Amounts.of(summary, material.scenario().method(), new Splitting(threshold));
        List<Dimension> dimensions = dimensions(material.programmes());
        Tabulation tabulation = new Tabulation(
                material.publication(),
                dimensions,
                material.families().stream()
                        .map(facts -> observation(facts, Optional.ofNullable(results.get(facts.family())), amounts))
                        .toList(),
                dimensions.stream()
                        .flatMap(dimension -> Tabulation.table(dimension).stream())
                        .toList(),
                Stream.concat(Stream.of(CHILDREN, WAITING, HOURS), amounts.measures().stream())
                        .toList());
        Release release = new Publisher(threshold).publish(earlier, tabulation);
        return new Made(report(material, release, summary, amounts), release);
    }

    private Report report(Material material, Release release, Summary summary, Amounts amounts) {
        long families = material.families().size();
        return new Report(
                material.municipality(),
                material.period(),
                release.count(Selection.EVERYBODY),
                shown(release, CHILDREN)
                        .map(_ -> Threshold.rounded(
                                material.families().stream()
                                        .mapToLong(FamilyFacts::children)
                                        .sum(),
                                threshold.countStep())),
                shown(release, WAITING)
                        .map(_ -> Math.round(material.families().stream()
                                        .mapToLong(FamilyFacts::waitingDays)
                                        .sum()
                                / (double) (families * DAYS_IN_A_WEEK))),
                shown(release, HOURS)
                        .map(_ -> Threshold.rounded(
                                material.families().stream()
                                        .mapToLong(FamilyFacts::hours)
                                        .sum(),
                                HOURS_STEP)),
                release.tabulation().dimensions().stream()
                        .map(dimension -> table(dimension, release))
                        .toList(),
                figures.of(material.scenario(), summary, amounts, release));
    }

    private static Optional<Long> shown(Release release, String measure) {
        return release.sum(measure, Selection.EVERYBODY);
    }

    private static Report.Table table(Dimension dimension, Release release) {
        return new Report.Table(
                dimension.name(),
                dimension.categories().stream()
                        .map(category -> new Report.Row(
                                category, release.count(Selection.EVERYBODY.and(dimension.name(), category))))
                        .toList());
    }

    private static List<Dimension> dimensions(List<String> programmes) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension("programme", programmes, true));
        dimensions.add(new Dimension("household", names(Household.values()), true));
        dimensions.add(
                new Dimension("step", names(Step.TRIAL, Step.RUNNING, Step.CLOSING, Step.AFTERCARE, Step.ENDED), true));
        dimensions.add(new Dimension("review", names(Reviewed.values()), false));
        for (LifeDomain domain : LifeDomain.values()) {
            if (domain != LifeDomain.OTHER) {
                dimensions.add(new Dimension(domain.name(), names(Progress.values()), true));
            }
        }
        return dimensions;
    }

    private static Observation observation(FamilyFacts facts, Optional<FamilyResult> result, Amounts amounts) {
        Map<String, String> categories = new HashMap<>();
        categories.put("programme", facts.programme());
        categories.put("household", facts.household().name());
        categories.put("step", facts.step().name());
        categories.put("review", Reviewed.of(result).name());
        Map<LifeDomain, Integer> scores = new EnumMap<>(LifeDomain.class);
        scores.putAll(facts.scores());
        for (LifeDomain domain : LifeDomain.values()) {
            categories.put(
                    domain.name(),
                    Progress.of(Optional.ofNullable(scores.get(domain))).name());
        }
        Map<String, Long> measured = new HashMap<>(amounts.of(facts.family()));
        measured.put(CHILDREN, (long) facts.children());
        measured.put(WAITING, (long) facts.waitingDays());
        measured.put(HOURS, facts.hours());
        return new Observation(facts.family(), categories, measured);
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    /** What came of the review of a family. */
    enum Reviewed {
        AVOIDED,
        NOT_AVOIDED,
        NOT_REVIEWED;

        static Reviewed of(Optional<FamilyResult> result) {
            return result.map(found -> found.benefits().isPositive() ? AVOIDED : NOT_AVOIDED)
                    .orElse(NOT_REVIEWED);
        }
    }

    /** Progress in a life domain, in three groups. */
    enum Progress {
        BETTER,
        NOT_BETTER,
        NOT_SCORED;

        private static final int BETTER_FROM = 3;

        static Progress of(Optional<Integer> score) {
            return score.map(found -> found >= BETTER_FROM ? BETTER : NOT_BETTER)
                    .orElse(NOT_SCORED);
        }
    }
}
