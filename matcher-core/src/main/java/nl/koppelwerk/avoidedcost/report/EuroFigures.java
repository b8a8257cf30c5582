package nl.koppelwerk.avoidedcost.report;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.koppelwerk.avoidedcost.calculation.Summary;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.avoidedcost.uncertainty.Sensitivity;
import nl.koppelwerk.avoidedcost.uncertainty.Simulation;
import nl.koppelwerk.avoidedcost.uncertainty.Spread;
import nl.koppelwerk.avoidedcost.uncertainty.Switching;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.disclosure.Threshold;

/** The part of a report that is in euros: everything rounded alike, and nothing at all unless the totals may be shown. */
final class EuroFigures {
    private static final int WORLDS = 1_000;
    private static final List<String> TOTALS = List.of(Amounts.GROSS, Amounts.BENEFITS, Amounts.COST);

    private final Threshold threshold;
    private final Simulation simulation;

    EuroFigures(Threshold threshold, long seed) {
        this.threshold = threshold;
        this.simulation = new Simulation(seed, WORLDS);
    }

    Optional<Report.Euros> of(Scenario scenario, Summary summary, Amounts amounts, Release release) {
        boolean shown = TOTALS.stream()
                .allMatch(measure -> release.sum(measure, Selection.EVERYBODY).isPresent());
        return shown ? Optional.of(figures(scenario, summary, amounts, release)) : Optional.empty();
    }

    private Report.Euros figures(Scenario scenario, Summary summary, Amounts amounts, Release release) {
        Spread spread = simulation.spread(scenario);
        Money gross = rounded(summary.gross());
        Money benefits = rounded(summary.benefits());
        List<Report.Part> cashable = split(Amounts.Split.CASHABLE, benefits, amounts, release);
        return new Report.Euros(
                scenario.prices().priceYear(),
                gross,
                split(Amounts.Split.REDUCTIONS, gross.minus(benefits), amounts, release),
                benefits,
                rounded(summary.cost()),
                cashable,
                shares(scenario),
                split(Amounts.Split.PAYERS, benefits, amounts, release),
                split(Amounts.Split.EVIDENCE, benefits, amounts, release),
                split(Amounts.Split.EXPECTED, gross, amounts, release),
                rounded(spread.p10()),
                rounded(spread.p50()),
                rounded(spread.p90()),
                Sensitivity.of(scenario).stream()
                        .map(swing ->
                                new Report.Swing(swing.parameter(), rounded(swing.careful()), rounded(swing.hopeful())))
                        .toList(),
                summary.ratio().map(ratio -> ratio.setScale(1, RoundingMode.HALF_UP)),
                Switching.of(scenario)
                        .deadweight()
                        .map(share -> share.movePointRight(2)
                                .setScale(0, RoundingMode.HALF_UP)
                                .intValueExact()),
                Report.isApart(Report.CASHABLE, cashable) ? summary.payback() : Optional.empty());
    }

    /** All that was said of products with a price: it tells of no family. */
    private static List<Report.CashableShare> shares(Scenario scenario) {
        return scenario.prices().all().stream()
                .flatMap(price -> Optional.ofNullable(
                                scenario.method().cashable().get(price.product()))
                        .stream()
                        .map(share -> new Report.CashableShare(price.name(), share.percent(), share.source())))
                .toList();
    }

    /** All parts of a split, or the whole with all names: of all but one the last could be computed. */
    private List<Report.Part> split(Amounts.Split split, Money whole, Amounts amounts, Release release) {
        List<List<String>> groups = amounts.groups().getOrDefault(split, List.of());
        boolean all = groups.stream()
                .allMatch(group ->
                        release.sum(split.measure(group), Selection.EVERYBODY).isPresent());
        if (groups.size() < 2 || !all) {
            List<String> names = groups.stream().flatMap(List::stream).sorted().toList();
            return names.isEmpty() ? List.of() : List.of(new Report.Part(names, whole));
        }
        List<Long> parts = Apportioned.of(
                whole.cents(),
                groups.stream().map(group -> amounts.sum(split.measure(group))).toList(),
                threshold.amountStep());
        return IntStream.range(0, groups.size())
                .mapToObj(at -> new Report.Part(groups.get(at), new Money(parts.get(at))))
                .toList();
    }

    private Money rounded(Money amount) {
        return new Money(Threshold.rounded(amount.cents(), threshold.amountStep()));
    }
}
