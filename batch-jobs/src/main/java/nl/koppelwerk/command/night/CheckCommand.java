package nl.koppelwerk.command.night;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.ProposalCheck;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recomputes every rule for every proposal of a run from what is in the database, apart from the solver. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", arity = "0..1")
    private Optional<Long> number = Optional.empty();

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            ChosenRun chosen = ChosenRun.from(application, number);
            chosen.sayWhoIsMissing(console);
            List<Sentence> breaches = ProposalCheck.breaches(
                    chosen.snapshot(),
                    chosen.proposals().stream()
                            .map(proposal -> new Promise(proposal.request(), proposal.volunteer(), proposal.dayParts()))
                            .toList());
            Sentences sentences = new Sentences(console.texts().locale());
            breaches.forEach(breach -> console.out().println(sentences.say(breach)));
            console.say(
                    breaches.isEmpty() ? "check.good" : "check.breaches",
                    chosen.run().id().value(),
                    chosen.proposals().size(),
                    breaches.size());
            return breaches.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        }
    }
}
