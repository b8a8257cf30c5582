package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.avoidedcost.report.Report.Euros;
import nl.koppelwerk.data.cost.Reports;
import nl.koppelwerk.ui.report.content.Chapter.Cell;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Chapter.Unit;
import nl.koppelwerk.ui.shell.Words;

/** A report beside those that were published before it. */
record Comparison(Edition edition, Figures figures, Words words) {
    Chapter chapter() {
        boolean alone = edition.earlier().isEmpty();
        return new Chapter(
                "comparison",
                words.say("report.comparison"),
                words.say(alone ? "report.comparison.none" : "report.comparison.text"),
                words.say("report.comparison.source"),
                alone ? List.of() : List.of(reached(), progress(), euros()));
    }

    private Table reached() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(words.say("report.families"), report -> figures.count(report.families(), Unit.FAMILIES)));
        rows.add(row(words.say("report.children"), report -> figures.count(report.children(), Unit.CHILDREN)));
        rows.add(row(words.say("report.waiting"), report -> figures.count(report.waitingWeeks(), Unit.WEEKS)));
        rows.add(row(words.say("report.hours"), report -> figures.count(report.hours(), Unit.HOURS)));
        for (Report.Row category : edition.report().table("programme").rows()) {
            rows.add(row(
                    words.say("report.inProgramme", category.category()),
                    report -> figures.count(report.table("programme").families(category.category()), Unit.FAMILIES)));
        }
        return table("report.reached", rows);
    }

    private Table progress() {
        List<Row> rows = new ArrayList<>();
        for (String domain : FamilyChapters.DOMAINS) {
            rows.add(row(
                    words.say("report.betterIn", words.say("report.domain." + domain)),
                    report -> figures.count(report.table(domain).families("BETTER"), Unit.FAMILIES)));
        }
        for (String state : List.of("AVOIDED", "NOT_AVOIDED", "NOT_REVIEWED")) {
            rows.add(row(
                    words.say("report.review." + state),
                    report -> figures.count(report.table("review").families(state), Unit.FAMILIES)));
        }
        return table("report.comparison.progress", rows);
    }

    private Table euros() {
        List<Row> rows = new ArrayList<>();
        rows.add(amount("step.GROSS", Euros::gross));
        rows.add(amount("step.BENEFITS", Euros::benefits));
        rows.add(amount("step.COST", Euros::cost));
        rows.add(amount("step.NET", Euros::netPresentValue));
        rows.add(amount("report.range.p10", Euros::p10));
        rows.add(amount("report.range.p90", Euros::p90));
        rows.add(row(
                words.say("report.ratio"),
                report -> report.euros()
                        .map(euros -> new EuroChapters(euros, figures, words).ratio())
                        .orElseGet(() -> figures.withheld(Unit.EUROS_PER_EURO))));
        rows.add(row(
                words.say("report.priceYear"),
                report -> report.euros()
                        .map(euros -> figures.number(
                                BigDecimal.valueOf(euros.priceYear()), Unit.YEAR, Integer.toString(euros.priceYear())))
                        .orElseGet(() -> figures.withheld(Unit.YEAR))));
        return table("report.comparison.euros", rows);
    }

    private Row amount(String key, Function<Euros, Money> amount) {
        return row(
                words.say(key),
                report -> report.euros().map(amount).map(figures::euros).orElseGet(() -> figures.withheld(Unit.EUROS)));
    }

    private Row row(String label, Function<Report, Cell> figure) {
        List<Cell> cells = Stream.concat(
                        Stream.of(edition.report()), edition.earlier().stream().map(Reports.Published::report))
                .map(figure)
                .toList();
        return new Row(label, cells, Optional.empty(), false);
    }

    private Table table(String caption, List<Row> rows) {
        List<String> headings = new ArrayList<>();
        headings.add(words.say("report.what"));
        headings.add(words.say(
                "report.thisOne", Edition.shortly(words, edition.report().period())));
        for (Reports.Published one : edition.earlier()) {
            headings.add(words.say(
                    "report.column",
                    one.number(),
                    Edition.shortly(words, one.report().period())));
        }
        return figures.table(words.say(caption), headings, rows);
    }
}
