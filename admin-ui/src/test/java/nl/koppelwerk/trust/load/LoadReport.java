package nl.koppelwerk.trust.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.load.Measurements.Part;
import nl.koppelwerk.trust.load.Measurements.Spread;

/** What was measured beside what was promised, as plain tables. */
final class LoadReport {
    static final double REQUESTS_EACH_SECOND = 300;
    static final double MILLIS = 100;
    private static final double SHARE = 0.95;
    private static final int CORES = 2;

    private final PrintWriter out;

    LoadReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * What the processors did meanwhile.
     *
     * @param others all that is neither the application, its database nor the people
     */
    record Processors(Duration took, Duration application, Duration database, Duration people, Duration others) {
        double cores(Duration work) {
            return work.toNanos() / (double) took.toNanos();
        }

        double milliseconds(Duration work, long requests) {
            return work.toNanos() / 1e6 / requests;
        }
    }

    /** Each kind of page. */
    void pages(Measurements measurements) {
        line(
                "%-34s %8s %6s %8s %8s %8s %9s  %s",
                "page", "requests", "errors", "median", "95%", "99%", "slowest", "95% ≤ 100 ms");
        measurements.byKind().forEach(this::page);
        page(measurements.all(Part.ORDINARY), "all, no night running");
        page(measurements.all(Part.DURING_NIGHT), "all, during a night");
        measurements.wrongs().forEach((what, times) -> line("wrong: %s (%d times)", what, times));
    }

    private void page(Spread spread) {
        page(spread, spread.kind());
    }

    private void page(Spread spread, String name) {
        line(
                "%-34s %8d %6d %8.1f %8.1f %8.1f %9.1f  %s",
                name,
                spread.count(),
                spread.wrong(),
                spread.millis(0.5),
                spread.millis(SHARE),
                spread.millis(0.99),
                spread.slowest(),
                spread.millis(SHARE) <= MILLIS ? "met" : "not met");
    }

    /** Where the time went. */
    void processors(Processors work, long requests, List<Double> pauses) {
        line("");
        line("%-34s %12s %18s", "processor", "cores of %d".formatted(CORES), "ms a request");
        processor("application", work, work.application(), requests);
        processor("PostgreSQL", work, work.database(), requests);
        processor("the people (this program)", work, work.people(), requests);
        processor("others on this computer", work, work.others(), requests);
        line(
                "garbage collection: %d pauses, %.0f ms together, the longest %.1f ms",
                pauses.size(),
                pauses.stream().mapToDouble(one -> one).sum(),
                pauses.stream().mapToDouble(one -> one).max().orElse(0));
        line(
                "with %d cores for application and PostgreSQL alone: %.0f requests a second at most",
                CORES, CORES * 1000 / work.milliseconds(work.application().plus(work.database()), requests));
    }

    private void processor(String who, Processors work, Duration did, long requests) {
        line("%-34s %12.2f %18.2f", who, work.cores(did), work.milliseconds(did, requests));
    }

    /** Each promise beside what was found. */
    static List<Promise> promises(Measurements measurements, Duration took) {
        Spread all = measurements.all(Part.ORDINARY, Part.DURING_NIGHT);
        Spread night = measurements.all(Part.DURING_NIGHT);
        double rate = all.count() * 1e9 / took.toNanos();
        return List.of(
                promise("requests a second", all.count(), rate, ">= 300", rate >= REQUESTS_EACH_SECOND),
                within("95% of requests, in ms", all),
                within("95% of requests during a night, in ms", night),
                promise("errors", all.count(), all.wrong(), "0", all.wrong() == 0));
    }

    private static Promise within(String what, Spread spread) {
        double found = spread.millis(SHARE);
        return promise(what, spread.count(), found, "<= 100", spread.count() > 0 && found <= MILLIS);
    }

    private static Promise promise(String what, long tries, double found, String goal, boolean met) {
        return new Promise(what, tries, String.format(Locale.ROOT, "%.1f", found), goal, met);
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
