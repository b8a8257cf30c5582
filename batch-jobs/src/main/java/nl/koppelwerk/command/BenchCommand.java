package nl.koppelwerk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.bench.Bench;
import nl.koppelwerk.bench.BenchReport;
import nl.koppelwerk.bench.FlowBench;
import nl.koppelwerk.bench.QuickBench;
import nl.koppelwerk.bench.attack.Attack;
import nl.koppelwerk.disclosure.Publisher;
import nl.koppelwerk.disclosure.Threshold;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.Towns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the optimiser beside the usual ways on towns of several sizes. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {

    private static final int DECISIONS = 200;
    private static final int AT_A_TIME = 500;

    private final Console console;
    private final Clock clock;

    @Option(names = "--families", paramLabel = "N", split = ",", defaultValue = "300,3000,30000,100000")
    private List<Integer> families = List.of();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60")
    private int seconds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--plot", paramLabel = "FILE")
    private Optional<Path> plot = Optional.empty();

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--flow")
    private boolean flow;

    @Option(names = "--attack", paramLabel = "N", defaultValue = "0")
    private int attack;

    public BenchCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || families.stream().anyMatch(count -> count < 1 || count > 1_000_000)) {
            throw new Refusal(ExitCode.USAGE, "bench.size");
        }
        if (attack > 0) {
            return attacked();
        }
        if (quick || flow) {
            families.forEach(this::measurePieces);
            return ExitCode.OK;
        }
        Bench bench = new Bench(clock, Duration.ofSeconds(seconds), seed);
        List<Bench.Row> rows = bench.run(families, row -> console.err().println(BenchReport.line(row)));
        console.out().println(BenchReport.heading());
        rows.forEach(row -> console.out().println(BenchReport.line(row)));
        if (plot.isPresent()) {
            Files.writeString(plot.get(), BenchReport.svg(rows), StandardCharsets.UTF_8);
        }
        return rows.stream().allMatch(row -> row.breaches() == 0) ? ExitCode.OK : ExitCode.FOUND;
    }

    /** Made-up municipalities from the seed on, each with all that it publishes, attacked as a reader could. */
    private int attacked() {
        Publisher publisher = new Publisher(Threshold.STANDARD);
        long breaches = 0;
        for (int done = 0; done < attack; done += AT_A_TIME) {
            int some = Math.min(AT_A_TIME, attack - done);
            Attack.Findings found = new Attack(publisher::publish, Threshold.STANDARD.families()).on(seed + done, some);
            found.breaches().forEach(console.out()::println);
            breaches += found.breaches().size();
            console.out()
                    .printf(
                            Locale.ROOT,
                            "municipalities=%d groups=%d figures-shown=%d figures-asked=%d breaches=%d%n",
                            done + some,
                            found.groupsTried(),
                            found.figuresShown(),
                            found.figuresAsked(),
                            breaches);
        }
        return breaches == 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    /** What is measured by itself: quick answers, and the flow beside that of OR-Tools. */
    private void measurePieces(int count) {
        Problem town = Towns.of(count, seed);
        if (quick) {
            QuickBench.Times times = new QuickBench(clock, seed).measure(town, DECISIONS);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "families=%d p95-ms decline=%.2f leave=%.2f force=%.2f arrive=%.2f"
                                    + " p95-processor-ms decline=%.2f leave=%.2f force=%.2f arrive=%.2f%n",
                            count,
                            times.decline().clock(),
                            times.leave().clock(),
                            times.force().clock(),
                            times.arrive().clock(),
                            times.decline().processor(),
                            times.leave().processor(),
                            times.force().processor(),
                            times.arrive().processor());
        }
        if (flow) {
            FlowBench bench = new FlowBench(clock);
            FlowBench.Time ours = bench.ours(town);
            FlowBench.Time theirs = bench.orTools(town);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "families=%d pairs=%d flow-seconds ours=%.2f or-tools=%.2f ratio=%.1f same=%b%n",
                            count,
                            town.pairs(),
                            ours.seconds(),
                            theirs.seconds(),
                            theirs.seconds() / ours.seconds(),
                            ours.first() == theirs.first() && ours.second() == theirs.second());
        }
    }
}
