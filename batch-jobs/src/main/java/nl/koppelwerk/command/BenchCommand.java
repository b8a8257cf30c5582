package nl.koppelwerk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.bench.Bench;
import nl.koppelwerk.bench.BenchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the optimiser beside the usual ways on towns of several sizes. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {

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

    public BenchCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || families.stream().anyMatch(count -> count < 1 || count > 1_000_000)) {
            throw new Refusal(ExitCode.USAGE, "bench.size");
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
}
