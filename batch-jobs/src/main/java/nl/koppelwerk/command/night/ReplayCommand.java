package nl.koppelwerk.command.night;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.NightlyMatcher;
import nl.koppelwerk.batch.nightly.Watch;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.ProgressBar;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.solver.Hands;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Matches once more on what a run was decided on, and compares; changes nothing. */
@Command(name = "replay")
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "RUN", arity = "0..1")
    private Optional<Long> number = Optional.empty();

    public ReplayCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            ChosenRun chosen = ChosenRun.from(application, number);
            chosen.sayWhoIsMissing(console);
            Outcome again = match(application.getBean(NightlyMatcher.class), chosen);
            Set<Promise> differing = difference(promises(chosen.proposals()), promises(again.proposals()));
            console.say(
                    differing.isEmpty() ? "replay.same" : "replay.differs",
                    chosen.run().id().value(),
                    chosen.proposals().size(),
                    differing.size());
            if (!differing.isEmpty() && again.figures().timeLimitReached()) {
                console.say("night.clock");
            }
            return differing.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        }
    }

    private Outcome match(NightlyMatcher matcher, ChosenRun chosen) {
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            String stage = console.texts().get("night.stage.match");
            Outcome again = matcher.match(
                    chosen.snapshot(),
                    chosen.run().seed(),
                    Watch.telling((share, state) -> bar.show(stage, share, state)),
                    Hands.OWN);
            bar.show(stage, 1, "");
            return again;
        }
    }

    private static Set<Promise> promises(List<Outcome.Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> new Promise(proposal.request(), proposal.volunteer(), proposal.dayParts()))
                .collect(Collectors.toSet());
    }

    /** What is in one of the two only. */
    private static Set<Promise> difference(Set<Promise> before, Set<Promise> after) {
        Set<Promise> difference = new HashSet<>(before);
        difference.removeAll(after);
        after.stream().filter(promise -> !before.contains(promise)).forEach(difference::add);
        return difference;
    }
}
