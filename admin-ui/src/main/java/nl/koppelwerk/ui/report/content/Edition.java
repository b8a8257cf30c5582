package nl.koppelwerk.ui.report.content;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.data.cost.Reports;
import nl.koppelwerk.ui.shell.Words;

/**
 * A report as it lies before a reader.
 *
 * @param published empty: a draft
 * @param earlier published to the same municipality before it, newest first
 * @param day on which it is looked at
 */
public record Edition(
        Report report, Optional<Reports.Published> published, List<Reports.Published> earlier, LocalDate day) {
    private static final int MOST_EARLIER = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    public Edition {
        earlier = earlier.stream().limit(MOST_EARLIER).toList();
    }

    public static Edition of(Reports.Published published, List<Reports.Published> earlier, LocalDate day) {
        return new Edition(published.report(), Optional.of(published), earlier, day);
    }

    public static Edition draft(Report report, List<Reports.Published> earlier, LocalDate day) {
        return new Edition(report, Optional.empty(), earlier, day);
    }

    public boolean isDraft() {
        return published.isEmpty();
    }

    /** Which one it is, and of when. */
    public String version(Words words) {
        return published
                .map(one -> words.say("report.number", one.number(), words.moment(one.at())))
                .orElseGet(() -> words.say("report.concept", words.date(day)));
    }

    public String period(Words words) {
        return words.say(
                "report.period",
                words.date(report.period().from()),
                words.date(report.period().until()));
    }

    /** The year, or from day to day. */
    static String shortly(Words words, Period period) {
        int year = period.from().getYear();
        boolean whole =
                period.from().equals(LocalDate.of(year, 1, 1)) && period.until().equals(LocalDate.of(year, 12, 31));
        return whole
                ? Integer.toString(year)
                : words.say("report.days", DAY.format(period.from()), DAY.format(period.until()));
    }

    /** The same for the same report, whoever asks: {@code vermeden-zorg-delft-2025-01-01-tot-2025-12-31-rapport-1}. */
    public String fileName() {
        String municipality = report.municipality()
                .toLowerCase(Locale.ROOT)
                .transform(name -> Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "vermeden-zorg-" + municipality + "-" + report.period().from() + "-tot-"
                + report.period().until() + "-"
                + published.map(one -> "rapport-" + one.number()).orElse("concept");
    }
}
