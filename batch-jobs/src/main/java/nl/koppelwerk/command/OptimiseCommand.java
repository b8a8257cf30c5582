package nl.koppelwerk.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.format.Answer;
import nl.koppelwerk.format.AssignmentProblem;
import nl.koppelwerk.format.Direction;
import nl.koppelwerk.format.MalformedFileException;
import nl.koppelwerk.format.ProblemJson;
import nl.koppelwerk.problem.InvalidProblemException;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a problem from a file: one of our own, or a published assignment problem as it is. */
@Command(name = "optimise")
public final class OptimiseCommand implements Callable<Integer> {

    /** What a file can hold. */
    enum Format {
        gap,
        lap,
        json
    }

    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    private Format format = Format.json;

    @Option(names = "--minimise")
    private boolean minimise;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60")
    private int seconds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE")
    private Optional<Path> out = Optional.empty();

    public OptimiseCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (seconds < 1) {
            throw new Refusal(ExitCode.USAGE, "optimise.seconds", seconds);
        }
        out.ifPresent(OptimiseCommand::checkFolder);
        try {
            return format == Format.json ? solveOurs() : solvePublished();
        } catch (MalformedFileException | InvalidProblemException wrong) {
            throw new Refusal(ExitCode.USAGE, "optimise.file", file, String.valueOf(wrong.getMessage()));
        } catch (CharacterCodingException noText) {
            throw new Refusal(ExitCode.USAGE, "optimise.no-text", file);
        } catch (NoSuchFileException missing) {
            throw new Refusal(ExitCode.USAGE, "optimise.missing", file);
        } catch (IOException unreadable) {
            throw new Refusal(ExitCode.FAILED, "optimise.file", file, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Before the search, whose answer would else be lost. */
    private static void checkFolder(Path answer) {
        Path folder = answer.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(answer)) {
            throw new Refusal(ExitCode.USAGE, "optimise.out", answer);
        }
    }

    private int solveOurs() throws IOException {
        Problem problem = ProblemJson.readProblem(new ByteArrayInputStream(Files.readAllBytes(file)));
        Result result = optimise(problem);
        if (out.isPresent()) {
            try (OutputStream stream = Files.newOutputStream(out.get())) {
                ProblemJson.write(result.plan(), stream);
            }
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "fit=%d fit-bound=%d fit-gap=%.6f%n",
                        result.value().fit(),
                        result.bound().fit(),
                        result.fitGap());
        console.out()
                .printf(
                        Locale.ROOT,
                        "value=%d bound=%d gap=%.6f seconds=%.2f status=%s%n",
                        result.value().servedWeight(),
                        result.bound().servedWeight(),
                        result.gap(),
                        result.seconds(),
                        result.status().name().toLowerCase(Locale.ROOT));
        return ExitCode.OK;
    }

    private int solvePublished() throws IOException {
        List<AssignmentProblem> problems = read(Files.readString(file, StandardCharsets.UTF_8));
        List<String> answers = new ArrayList<>();
        List<String> notKnown = new ArrayList<>();
        for (AssignmentProblem problem : problems) {
            Result result = optimise(problem.toProblem());
            Answer answer = new Answer(problem, result.plan(), result.value(), result.bound());
            answers.add(answer.agents());
            if (!answer.isKnown()) {
                notKnown.add(problem.name());
                continue;
            }
            if (problems.size() > 1) {
                console.out().println("# " + problem.name());
            }
            console.out().println(answer.line(result.seconds()));
        }
        if (out.isPresent()) {
            Files.write(out.get(), answers, StandardCharsets.UTF_8);
        }
        if (!notKnown.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "optimise.not-known", String.join(", ", notKnown), seconds);
        }
        return ExitCode.OK;
    }

    private List<AssignmentProblem> read(String text) {
        if (format == Format.lap) {
            return List.of(AssignmentProblem.readLinear(text, Direction.MINIMISE));
        }
        return AssignmentProblem.readGeneralised(text, minimise ? Direction.MINIMISE : Direction.MAXIMISE);
    }

    private Result optimise(Problem problem) {
        Settings settings = Settings.within(Duration.ofSeconds(seconds), seed);
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            String stage = console.texts().get("optimise.stage");
            Instant start = clock.instant();
            Progress progress = state -> bar.show(
                    stage, (double) Duration.between(start, clock.instant()).toMillis() / (1000L * seconds), state);
            return new Optimiser(clock).optimise(problem, settings, progress);
        }
    }
}
