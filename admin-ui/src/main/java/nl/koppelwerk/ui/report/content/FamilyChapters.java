package nl.koppelwerk.ui.report.content;

import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.report.content.Chapter.Table;
import nl.koppelwerk.ui.report.content.Chapter.Unit;
import nl.koppelwerk.ui.shell.Words;

/** What a report says of families, without euros. */
record FamilyChapters(Report report, Figures figures, Words words) {
    static final List<String> DOMAINS = List.of("FINANCE", "HOUSING", "HEALTH", "SOCIAL", "PARTICIPATION");
    private static final List<String> PROGRESS = List.of("BETTER", "NOT_BETTER", "NOT_SCORED");

    List<Chapter> all() {
        return List.of(
                chapter(
                        "who",
                        figures.table(
                                words.say("report.reached"),
                                List.of(words.say("report.what"), words.say("report.howMany")),
                                reached()),
                        families("programme"),
                        families("household"),
                        families("step")),
                chapter("progress", progress()),
                chapter("reviewed", families("review")));
    }

    private Chapter chapter(String name, Table... tables) {
        return new Chapter(
                name,
                words.say("report." + name),
                words.say("report." + name + ".text"),
                words.say("report." + name + ".source"),
                List.of(tables));
    }

    List<Row> reached() {
        return List.of(
                Row.of(words.say("report.families"), figures.count(report.families(), Unit.FAMILIES)),
                Row.of(words.say("report.children"), figures.count(report.children(), Unit.CHILDREN)),
                Row.of(words.say("report.waiting"), figures.count(report.waitingWeeks(), Unit.WEEKS)),
                Row.of(words.say("report.hours"), figures.count(report.hours(), Unit.HOURS)));
    }

    private Table families(String name) {
        return figures.table(
                words.say("report.table." + name),
                List.of(words.say("report.category"), words.say("report.familiesHere")),
                figures.drawn(rows(name)));
    }

    List<Row> rows(String name) {
        return report.table(name).rows().stream()
                .map(row -> Row.of(
                        name.equals("programme") ? row.category() : words.say("report." + name + "." + row.category()),
                        figures.count(row.families(), Unit.FAMILIES)))
                .toList();
    }

    private Table progress() {
        List<Row> rows = DOMAINS.stream()
                .map(domain -> new Row(
                        words.say("report.domain." + domain),
                        PROGRESS.stream()
                                .map(group -> figures.count(report.table(domain).families(group), Unit.FAMILIES))
                                .toList(),
                        java.util.Optional.empty(),
                        false))
                .toList();
        return figures.table(
                words.say("report.progress.table"),
                Stream.concat(
                                Stream.of(words.say("report.domain")),
                                PROGRESS.stream().map(group -> words.say("report.progress." + group)))
                        .toList(),
                figures.drawn(rows));
    }
}
