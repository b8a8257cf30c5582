package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.ui.report.content.Chapter.Cell;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Chapter.Unit;
import nl.koppelwerk.ui.shell.Words;

/** What a report says in euros. */
record EuroChapters(Report.Euros euros, Figures figures, Words words) {
    List<Chapter> all() {
        return List.of(
                chapter("expected", amounts("report.expected.table", figures.parts("", euros.expected()))),
                chapter("waterfall", amounts("report.waterfall.table", waterfall())),
                chapter(
                        "split",
                        amounts("report.payers", figures.parts("payer.", euros.payers())),
                        amounts("report.cashable", cashable()),
                        shares(),
                        amounts("report.evidence", figures.parts("evidence.", euros.evidence()))),
                chapter("range", amounts("report.range.table", range()), certainty()),
                chapter("sensitivity", sensitivity()));
    }

    private Chapter chapter(String name, Table... tables) {
        return new Chapter(
                name,
                words.say("report." + name),
                words.say("report." + name + ".text", Integer.toString(euros.priceYear()), expected()),
                words.say("report.euros.source", Integer.toString(euros.priceYear())),
                Stream.of(tables).filter(table -> !table.rows().isEmpty()).toList());
    }

    /** What would have been, in words: the kinds of care, most of it first. */
    private String expected() {
        return euros.expected().stream()
                .sorted(Comparator.comparing(Report.Part::amount).reversed())
                .map(part -> figures.together("", part.of()))
                .collect(Collectors.joining(", "));
    }

    private Table amounts(String caption, List<Row> rows) {
        return figures.table(words.say(caption), List.of(words.say("report.what"), words.say("report.amount")), rows);
    }

    List<Row> waterfall() {
        Waterfall waterfall = new Waterfall(euros);
        return waterfall.steps().stream()
                .map(step -> {
                    Row row = Row.of(figures.together("step.", step.of()), figures.euros(step.amount()))
                            .with(waterfall.bar(step));
                    return step.isTotal() ? row.asTotal() : row;
                })
                .toList();
    }

    /** What nobody determined is said to be so, and is never counted as nothing. */
    private List<Row> cashable() {
        return figures.parts(
                "report.cashable.",
                euros.byCashable().isEmpty()
                        ? List.of(new Report.Part(List.of(Report.NOT_DETERMINED), euros.benefits()))
                        : euros.byCashable());
    }

    /** What the municipality said of its contracts, with who says so. */
    private Table shares() {
        return figures.table(
                words.say("report.shares"),
                List.of(words.say("report.shares.product"), words.say("report.shares.share")),
                euros.cashableShares().stream()
                        .map(share -> Row.of(
                                words.say("report.shares.source", share.product(), share.source()),
                                figures.number(
                                        BigDecimal.valueOf(share.percent()),
                                        Unit.PERCENT,
                                        words.share(share.percent() / 100.0))))
                        .toList());
    }

    List<Row> balance() {
        Scale scale = Scale.of(Stream.of(euros.benefits(), euros.cost(), euros.netPresentValue())
                .map(Money::toEuros)
                .toList());
        return List.of(
                row("step.BENEFITS", euros.benefits(), "total", scale),
                row("step.COST", euros.cost(), "less", scale),
                row("step.NET", euros.netPresentValue(), "total", scale).asTotal());
    }

    private List<Row> range() {
        Scale scale = Scale.of(Stream.of(euros.p10(), euros.p50(), euros.p90(), euros.cost())
                .map(Money::toEuros)
                .toList());
        return List.of(
                row("report.range.p10", euros.p10(), "total", scale),
                row("report.range.p50", euros.p50(), "total", scale),
                row("report.range.p90", euros.p90(), "total", scale),
                row("report.range.cost", euros.cost(), "less", scale));
    }

    private Row row(String key, Money amount, String kind, Scale scale) {
        return Row.of(words.say(key), figures.euros(amount)).with(scale.bar(kind, BigDecimal.ZERO, amount.toEuros()));
    }

    private Table certainty() {
        return figures.table(
                words.say("report.certainty"),
                List.of(words.say("report.what"), words.say("report.figure")),
                List.of(
                        Row.of(words.say("report.ratio"), ratio()),
                        Row.of(words.say("report.switching"), switching()),
                        Row.of(words.say("report.payback"), payback())));
    }

    Cell ratio() {
        return euros.ratio()
                .map(ratio -> figures.number(ratio, Unit.EUROS_PER_EURO, words.euros(ratio)))
                .orElseGet(() -> figures.none(Unit.EUROS_PER_EURO, "report.ratio.none"));
    }

    private Cell switching() {
        return euros.switchingPercent()
                .map(percent -> figures.number(BigDecimal.valueOf(percent), Unit.PERCENT, words.share(percent / 100.0)))
                .orElseGet(() -> figures.none(Unit.PERCENT, "report.switching.never"));
    }

    private Cell payback() {
        return euros.paybackYear()
                .map(year -> figures.number(
                        BigDecimal.valueOf(year + 1L), Unit.YEAR, words.say("report.payback.year", year + 1)))
                .orElseGet(this::noPayback);
    }

    /** Why there is no year: nobody determined what is cashable, it may not be told apart, or it never comes. */
    private Cell noPayback() {
        if (euros.cashableShares().isEmpty()) {
            return figures.none(Unit.YEAR, "report.cashable." + Report.NOT_DETERMINED);
        }
        boolean together = euros.byCashable().stream()
                .anyMatch(part -> part.of().size() > 1 && part.of().contains(Report.CASHABLE));
        return together ? figures.withheld(Unit.YEAR) : figures.none(Unit.YEAR, "report.payback.never");
    }

    private Table sensitivity() {
        Scale scale = Scale.of(euros.sensitivity().stream()
                .flatMap(swing -> Stream.of(swing.careful(), swing.hopeful()))
                .map(Money::toEuros)
                .toList());
        List<Row> rows = euros.sensitivity().stream()
                .map(swing -> new Row(
                        words.say("parameter." + swing.parameter()),
                        List.of(figures.euros(swing.careful()), figures.euros(swing.hopeful())),
                        Optional.of(scale.bar(
                                "total",
                                swing.careful().toEuros(),
                                swing.hopeful().toEuros())),
                        false))
                .toList();
        return figures.table(
                words.say("report.sensitivity.table"),
                List.of(words.say("report.parameter"), words.say("report.careful"), words.say("report.hopeful")),
                rows);
    }
}
