package nl.koppelwerk.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import nl.koppelwerk.trial.ProofTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the engine's proofs against trying everything, on as many random small problems as asked. */
@Command(name = "prove")
public final class ProveCommand implements Callable<Integer> {

    private final Console console;
    private final Clock clock;

    @Option(names = "--problems", paramLabel = "N", defaultValue = "1000")
    private long problems;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    public ProveCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (problems < 1) {
            throw new Refusal(ExitCode.USAGE, "prove.problems", problems);
        }
        ProofTrial.Outcome outcome = run();
        outcome.contradictions().forEach(console.out()::println);
        console.say(
                "prove.outcome",
                outcome.problems(),
                outcome.optimal(),
                outcome.infeasible(),
                outcome.undecided(),
                outcome.contradictions().size());
        return outcome.contradictions().isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private ProofTrial.Outcome run() {
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            String stage = console.texts().get("prove.stage");
            return new ProofTrial(clock).run(problems, seed, done -> bar.show(stage, (double) done / problems, ""));
        }
    }
}
