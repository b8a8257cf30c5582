package nl.koppelwerk.trust.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.koppelwerk.trust.load.Browser.Page;
import nl.koppelwerk.trust.load.LoadCity.People;
import nl.koppelwerk.ui.WebApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What each page asks of the database, with one reader and nobody else: statements, and how long they take. */
final class PageCosts {
    private static final int WARM = 200;
    private static final int TIMES = 50;
    private static final Pattern ID = Pattern.compile("href=\"/[a-z]+/([0-9a-f]{8}-[0-9a-f-]{27})\"");
    private static final List<String> LISTS = List.of("proposals", "families", "volunteers", "pairings", "unpaired");

    private final Path home;
    private final People people;
    private final LoadReport report;
    private final CountedStatements counted = new CountedStatements();

    PageCosts(Path home, People people, LoadReport report) {
        this.home = home;
        this.people = people;
        this.report = report;
    }

    void measure() {
        Map<String, Object> properties = new TreeMap<>(LoadCommand.properties(home));
        properties.put("koppelwerk.mail.every", "1h");
        try (ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebApplication.class)
                        .initializers(counted.counting())
                        .properties(properties)
                        .run("--server.port=0")) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            Browser browser =
                    new Browser(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port), new Measurements());
            Page page = browser.open("", "/login");
            browser.send(
                    "",
                    "/login",
                    page,
                    List.of(Map.entry("email", people.coordinator(0)), Map.entry("password", LoadCity.PASSWORD)));
            report.line(
                    "%-34s %12s %16s %10s %14s %14s %6s",
                    "page, alone", "statements", "ms in database", "ms", "ms processor", "PostgreSQL", "KB");
            read("morning", () -> browser.open("", "/morning"));
            for (String list : LISTS) {
                Page first = read(list, () -> browser.open("", "/" + list));
                first.all(ID).stream()
                        .findFirst()
                        .ifPresent(id -> read("one of " + list, () -> browser.open("", "/" + list + "/" + id)));
            }
        }
    }

    private Page read(String what, Supplier<Page> open) {
        Page page = open.get();
        for (int i = 0; i < WARM; i++) {
            page = open.get();
        }
        CountedStatements.Count before = counted.now();
        long processor = processorNanos();
        Duration database = ServedApplication.databaseCpu(home);
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            page = open.get();
        }
        CountedStatements.Count all = counted.now().since(before);
        report.line(
                "%-34s %12.1f %16.1f %10.1f %14.1f %14.1f %6d",
                what,
                all.statements() / (double) TIMES,
                all.nanos() / 1e6 / TIMES,
                (System.nanoTime() - start) / 1e6 / TIMES,
                (processorNanos() - processor) / 1e6 / TIMES,
                ServedApplication.databaseCpu(home).minus(database).toMillis() / (double) TIMES,
                page.text().length() / 1024);
        return page;
    }

    /** Of the threads that answer requests, whoever else is busy. */
    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(one -> one.getThreadName().contains("-exec-"))
                .mapToLong(one -> threads.getThreadCpuTime(one.getThreadId()))
                .sum();
    }
}
