package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.koppelwerk.trust.Promises;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Kills, cuts off and starves the real application on a real PostgreSQL, and looks what is left. */
@Command(
        name = "faults",
        description = {
            "Kills, cuts off and starves the real application on a real PostgreSQL, starts it again and looks into the"
                    + " database: is anything lost, doubled or stuck?",
            "All of it, with 200 random instants, takes hours on two cores."
        })
public final class FaultsCommand implements Callable<Integer> {
    private static final List<Fault> FAULTS = List.of(
            new KilledAtCommits(KilledAtCommits.Job.NIGHT),
            new KilledAtCommits(KilledAtCommits.Job.RETENTION),
            new KilledAtCommits(KilledAtCommits.Job.IMPORT),
            new KilledAnywhere(KilledAnywhere.Victim.APPLICATION),
            new KilledAnywhere(KilledAnywhere.Victim.DATABASE),
            new CutOff(),
            new KilledMailing(),
            new TwoNodes(),
            new DiskFull(),
            new ClockMoved(),
            new LeftOver());
    private static final int PROBLEMS_SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FAULT", description = "Only these, in this order; without any, all.")
    private List<String> names = List.of();

    @Option(names = "--tries", defaultValue = "200", description = "Random instants of each kind (${DEFAULT-VALUE}).")
    private int tries;

    @Option(
            names = "--points",
            defaultValue = "1000000",
            description = "Commits and statements of a job to try at most, spread over it; else every one.")
    private int points;

    @Option(
            names = "--minutes",
            defaultValue = "600",
            description = "For one fault at most; what was not tried by then is not counted (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--at-once", defaultValue = "1", description = "Faults at the same time (${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(names = "--seed", defaultValue = "1", description = "Chooses the instants (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--folder",
            description =
                    "Where to work, some gigabytes for a while; the city that is made there stays for a next time.")
    private Optional<Path> folder = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
        List<Fault> chosen = chosen();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Tally> tallies;
        err.println("Making a city to try it on");
        Path work = folder.isPresent()
                ? Files.createDirectories(folder.get().toAbsolutePath())
                : Files.createTempDirectory("koppelwerk-faults-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Scene.leaveNothing(work)));
        try (Scene scene = Scene.made(work, err::println)) {
            tallies = tried(chosen, scene, new Budget(tries, points, seed, Duration.ofMinutes(minutes)), err);
        }
        if (folder.isEmpty()) {
            Scene.delete(work);
        }
        Promises.print(Tally.heading(), tallies.stream().map(Tally::row).toList(), out);
        tallies.forEach(tally -> tally.remarks().forEach(out::println));
        tallies.forEach(tally -> tally.problems().stream().limit(PROBLEMS_SHOWN).forEach(out::println));
        return Promises.exitCode(tallies.stream().allMatch(Tally::held));
    }

    /** Several at once, each on copies of its own; one that cannot be tried does not keep the others. */
    private List<Tally> tried(List<Fault> chosen, Scene scene, Budget budget, PrintWriter err) {
        try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
            return chosen.stream().map(fault -> pool.submit(() -> tried(fault, scene, budget, err))).toList().stream()
                    .flatMap(tallies -> done(tallies).stream())
                    .toList();
        }
    }

    private static List<Tally> done(Future<List<Tally>> tallies) {
        try {
            return tallies.get();
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Tally> tried(Fault fault, Scene scene, Budget budget, PrintWriter err) {
        long begin = System.nanoTime();
        List<Tally> done;
        try {
            done = fault.tries(scene, budget);
        } catch (IOException | SQLException | UncheckedIOException | IllegalStateException e) {
            Tally none = new Tally(fault.name());
            none.remark(fault.name() + " could not be tried: " + e);
            done = List.of(none);
        }
        err.printf(Locale.ROOT, "%s: %.0f s%n", fault.name(), Patience.seconds(begin));
        return done;
    }

    private List<Fault> chosen() {
        String known = FAULTS.stream().map(Fault::name).collect(Collectors.joining(", "));
        names.stream()
                .filter(name -> FAULTS.stream().noneMatch(fault -> fault.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ParameterException(
                            spec.commandLine(), "There is no fault " + unknown + "; there are " + known);
                });
        if (tries < 1 || points < 1 || minutes < 1 || atOnce < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--tries, --points, --minutes and --at-once are at least 1");
        }
        return names.isEmpty()
                ? FAULTS
                : names.stream()
                        .flatMap(name ->
                                FAULTS.stream().filter(fault -> fault.name().equals(name)))
                        .toList();
    }
}
