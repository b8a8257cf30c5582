package nl.koppelwerk.trust.load;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.Promises;
import nl.koppelwerk.trust.load.LoadCity.People;
import nl.koppelwerk.trust.load.LoadReport.Processors;
import nl.koppelwerk.trust.load.Measurements.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Mixed pages by many people while a night is matched, against the figures that are promised. */
@Command(
        name = "load",
        description = "Mixed pages by many people while a night is matched: 300 requests a second, 95% within 100 ms.")
public final class LoadCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Option(names = "--minutes", defaultValue = "30", description = "How long is measured (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--rate",
            defaultValue = "303",
            description = "Requests a second that people make together (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--families", defaultValue = "3000", description = "Families of the city (${DEFAULT-VALUE}).")
    private int families;

    @Option(names = "--coordinators", defaultValue = "120", description = "Coordinators at work (${DEFAULT-VALUE}).")
    private int coordinators;

    @Option(
            names = "--volunteers",
            defaultValue = "600",
            description = "Volunteers on their phones (${DEFAULT-VALUE}).")
    private int volunteers;

    @Option(names = "--seed", defaultValue = "1", description = "Of the city and of what people do (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--folder", description = "Keeps the city here, for a next time.")
    private @Nullable Path folder;

    @Option(names = "--no-night", description = "Measures without a nightly run.")
    private boolean noNight;

    @Option(names = "--pages", description = "Only what each page alone asks of database and processor.")
    private boolean pagesOnly;

    @Option(names = "--record", description = "Writes a flight recording (JFR) of the application to this file.")
    private @Nullable Path recording;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getOut();
        Path home = folder == null ? Files.createTempDirectory("koppelwerk-load-") : folder;
        Files.createDirectories(home);
        LoadReport report = new LoadReport(out);
        People people = new People(families, coordinators, volunteers, seed);
        report.line("The city of %d families is made and matched; that takes a while.", families);
        make(home, people);
        List<Promise> promises = pagesOnly ? List.of() : measure(home.toAbsolutePath(), people, report);
        report.line("");
        new PageCosts(home.toAbsolutePath(), people, report).measure();
        report.line("");
        if (pagesOnly) {
            return 0;
        }
        return Promises.print(promises, out);
    }

    private static void make(Path home, People people) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties(home))
                .run()) {
            new LoadCity(application, Clock.system(ZONE), people).make();
        }
    }

    /** The same settings as the process gets, by the names of properties. */
    static Map<String, Object> properties(Path home) {
        Map<String, Object> properties = new HashMap<>();
        ServedApplication.settings(home)
                .forEach((name, value) -> properties.put(
                        name.toLowerCase(Locale.ROOT).replace('_', '.').replace("catchup", "catch-up"), value));
        properties.put("koppelwerk.nightly.scheduled", "false");
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        return properties;
    }

    private List<Promise> measure(Path home, People people, LoadReport report) throws InterruptedException {
        List<String> options = new ArrayList<>();
        if (recording != null) {
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording.toAbsolutePath());
        }
        Measurements measurements = new Measurements();
        try (ServedApplication application = ServedApplication.start(home, options);
                Crowd crowd = new Crowd(application.address(), measurements, seed)) {
            crowd.gather(people, home.resolve("mail"));
            report.line("%d people come in.", crowd.size());
            crowd.start(rate);
            while (crowd.in() < crowd.size()) {
                Thread.sleep(Duration.ofSeconds(1));
            }
            report.line("All are in; measured for %.1f minutes.", minutes);
            Thread.sleep(Duration.ofSeconds(10));
            Instruments before = Instruments.read(application);
            int pauses = application.pauses().size();
            NightWatch night = new NightWatch(application.address(), people.coordinator(0), measurements);
            Duration took = night.watch(Duration.ofMillis((long) (minutes * 60_000)), !noNight);
            measurements.begin(Part.WARMING_UP);
            Processors work = Instruments.read(application).since(before, took);
            long requests = measurements.all(Part.ORDINARY, Part.DURING_NIGHT).count();
            report.pages(measurements);
            night.say(report);
            report.processors(
                    work,
                    requests,
                    application.pauses().subList(pauses, application.pauses().size()));
            return LoadReport.promises(measurements, took);
        }
    }

    /** What everybody used of the processors until now. */
    private record Instruments(Duration application, Duration database, Duration people, Machine machine) {
        static Instruments read(ServedApplication application) {
            return new Instruments(application.cpu(), application.databaseCpu(), crowd(), Machine.now());
        }

        private static Duration crowd() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ofMillis(
                            ManagementFactory.getRuntimeMXBean().getUptime()));
        }

        Processors since(Instruments earlier, Duration took) {
            Duration ours = application.minus(earlier.application);
            Duration theirs = database.minus(earlier.database);
            Duration crowd = people.minus(earlier.people);
            Duration others = machine.busy()
                    .minus(earlier.machine.busy())
                    .minus(ours)
                    .minus(theirs)
                    .minus(crowd);
            return new Processors(took, ours, theirs, crowd, others.isNegative() ? Duration.ZERO : others);
        }
    }
}
