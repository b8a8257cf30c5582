package nl.koppelwerk.ui.report.content;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.ui.report.content.Chapter.Bar;
import nl.koppelwerk.ui.report.content.Chapter.Cell;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Chapter.Unit;
import nl.koppelwerk.ui.shell.Words;

/** Makes cells and rows of the figures of a report, in the words of a reader. */
record Figures(Words words) {
    Cell count(Optional<Long> number, Unit unit) {
        return number.map(found -> new Cell(Optional.of(BigDecimal.valueOf(found)), unit, words.number(found)))
                .orElseGet(() -> withheld(unit));
    }

    Cell euros(Money amount) {
        return new Cell(Optional.of(amount.toEuros()), Unit.EUROS, words.wholeEuros(amount.toEuros()));
    }

    Cell number(BigDecimal value, Unit unit, String said) {
        return new Cell(Optional.of(value), unit, said);
    }

    Cell withheld(Unit unit) {
        return new Cell(Optional.empty(), unit, words.say("report.withheld.short"));
    }

    /** One sentence in place of many rows that all say that they are not shown. */
    Table table(String caption, List<String> headings, List<Row> rows) {
        return isWithheld(rows)
                ? new Table(caption, headings, List.of(), Optional.of(words.say("report.withheld.table")))
                : new Table(caption, headings, rows, Optional.empty());
    }

    boolean isWithheld(List<Row> rows) {
        return !rows.isEmpty()
                && rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .allMatch(cell -> cell.equals(withheld(cell.unit())));
    }

    Cell none(Unit unit, String key) {
        return new Cell(Optional.empty(), unit, words.say(key));
    }

    /** Several things that have one figure together. */
    String together(String prefix, List<String> names) {
        return String.join(
                ", ",
                names.stream()
                        .map(name -> prefix.isEmpty() ? name : words.say(prefix + name))
                        .toList());
    }

    /** The largest first. */
    List<Row> parts(String prefix, List<Report.Part> parts) {
        Scale scale =
                Scale.of(parts.stream().map(part -> part.amount().toEuros()).toList());
        return parts.stream()
                .sorted(Comparator.comparing(Report.Part::amount).reversed())
                .map(part -> Row.of(together(prefix, part.of()), euros(part.amount()))
                        .with(bar(scale, part.amount())))
                .toList();
    }

    private static Bar bar(Scale scale, Money amount) {
        return scale.bar(amount.compareTo(Money.ZERO) < 0 ? "less" : "total", BigDecimal.ZERO, amount.toEuros());
    }

    /** Numbers with a bar for each that is shown. */
    List<Row> drawn(List<Row> rows) {
        Scale scale = Scale.of(rows.stream()
                .flatMap(row -> row.cells().getFirst().value().stream())
                .toList());
        return rows.stream()
                .map(row -> row.cells()
                        .getFirst()
                        .value()
                        .map(value -> row.with(scale.bar("total", BigDecimal.ZERO, value)))
                        .orElse(row))
                .toList();
    }
}
