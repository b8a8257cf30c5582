package nl.koppelwerk.ui.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.ui.report.content.Chapter.Row;
import nl.koppelwerk.ui.shell.Words;

/**
 * All that a report says, in the language of its reader.
 *
 * @param cover what a council member is to know after a minute, the most important first
 * @param reached the figures on the cover; empty when none may be shown
 * @param balance what was avoided beside what it cost; empty without euros
 * @param method how it was calculated, step by step
 * @param limits what it does not say
 */
public record Content(
        String title,
        String period,
        String version,
        boolean draft,
        List<String> cover,
        List<Row> reached,
        List<Row> balance,
        List<Chapter> chapters,
        List<String> method,
        List<String> limits) {
    private static final int METHOD = 7;
    private static final int LIMITS = 5;

    public static Content of(Edition edition, Words words) {
        Report report = edition.report();
        Figures figures = new Figures(words);
        FamilyChapters families = new FamilyChapters(report, figures, words);
        List<Chapter> chapters = new ArrayList<>(families.all());
        report.euros().ifPresent(euros -> chapters.addAll(new EuroChapters(euros, figures, words).all()));
        chapters.add(new Comparison(edition, figures, words).chapter());
        return new Content(
                words.say("report.heading", report.municipality()),
                edition.period(words),
                edition.version(words),
                edition.isDraft(),
                cover(report, figures.isWithheld(families.reached()), words),
                figures.isWithheld(families.reached()) ? List.of() : families.reached(),
                report.euros()
                        .map(euros -> new EuroChapters(euros, figures, words).balance())
                        .orElse(List.of()),
                List.copyOf(chapters),
                numbered("report.method.", METHOD, words),
                numbered("report.limits.", LIMITS, words));
    }

    private static List<String> cover(Report report, boolean withheld, Words words) {
        return Stream.of(
                        report.euros()
                                .map(euros -> inEuros(euros, words))
                                .orElseGet(() -> Stream.of(words.say("report.noEuros"))),
                        withheld ? Stream.of(words.say("report.withheld.table")) : Stream.<String>of(),
                        reviewed(report, words).stream(),
                        Stream.of(words.say("report.caution")))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> inEuros(Report.Euros euros, Words words) {
        return Stream.of(
                words.say(
                        "report.message",
                        words.wholeEuros(euros.benefits().toEuros()),
                        words.wholeEuros(euros.cost().toEuros()),
                        words.wholeEuros(euros.p10().toEuros()),
                        words.wholeEuros(euros.p90().toEuros())),
                euros.switchingPercent()
                        .map(percent -> words.say("report.switching.text", percent))
                        .orElseGet(() -> words.say("report.switching.none")));
    }

    /** How many were reviewed and how many not; nothing when that would tell of too few. */
    private static Optional<String> reviewed(Report report, Words words) {
        Report.Table table = report.table("review");
        return table.families("AVOIDED")
                .flatMap(avoided -> table.families("NOT_AVOIDED")
                        .flatMap(none -> table.families("NOT_REVIEWED")
                                .map(others -> words.say(
                                        "report.reviewed.cover",
                                        words.number(avoided + none),
                                        words.number(none),
                                        words.number(others)))));
    }

    private static List<String> numbered(String prefix, int count, Words words) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> words.say(prefix + number))
                .toList();
    }
}
