package nl.koppelwerk.trust.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.koppelwerk.trust.load.Browser.Page;
import nl.koppelwerk.trust.load.Measurements.Part;

/** A coordinator who starts a nightly run after a third of the time and follows it on its page. */
final class NightWatch {
    private static final Pattern RUNNING = Pattern.compile("data-hx-get=\"(/runs/\\d+/progress)\"");

    private final Browser browser;
    private final String email;
    private final Measurements measurements;
    private final List<Duration> nights = new ArrayList<>();
    private Duration unfinished = Duration.ZERO;

    NightWatch(URI address, String email, Measurements measurements) {
        this.browser = new Browser(HttpClient.newHttpClient(), address, measurements);
        this.email = email;
        this.measurements = measurements;
    }

    /** @return how long it was */
    Duration watch(Duration measured, boolean withNight) throws InterruptedException {
        Page page = browser.open("sign-in page", "/login");
        Page in = browser.send(
                "sign in",
                "/login",
                page,
                List.of(java.util.Map.entry("email", email), java.util.Map.entry("password", LoadCity.PASSWORD)));
        long start = System.nanoTime();
        measurements.begin(Part.ORDINARY);
        Thread.sleep(withNight ? measured.dividedBy(3) : measured);
        if (withNight) {
            follow(in, start + measured.toNanos());
            measurements.begin(Part.ORDINARY);
            long left = start + measured.toNanos() - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, left)));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void follow(Page from, long end) throws InterruptedException {
        long began = System.nanoTime();
        measurements.begin(Part.DURING_NIGHT);
        Page run = browser.send("start a run", "/runs", browser.open("runs", "/runs"), List.of());
        List<String> progress = run.all(RUNNING);
        while (!progress.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(Duration.ofSeconds(2));
            progress = browser.part("progress of a run", progress.getFirst()).all(RUNNING);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (progress.isEmpty()) {
            nights.add(took);
        } else {
            unfinished = took;
        }
    }

    void say(LoadReport report) {
        nights.forEach(one -> report.line("the nightly run took %.0f s beside all this", one.toMillis() / 1000.0));
        if (unfinished.isPositive()) {
            report.line("the nightly run was not done after %.0f s", unfinished.toMillis() / 1000.0);
        }
    }
}
