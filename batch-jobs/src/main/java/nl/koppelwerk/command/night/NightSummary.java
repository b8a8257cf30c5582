package nl.koppelwerk.command.night;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.Organisations.Organisation;
import nl.koppelwerk.domain.pairing.RunId;
import org.springframework.context.ApplicationContext;

/** What came of a night, in the words of a coordinator. */
public final class NightSummary {
    private static final int CAUSES_TO_NAME = 3;

    private final Console console;
    private final OrganisationScope scope;
    private final Runs runs;
    private final RunContents contents;

    public NightSummary(Console console, ApplicationContext application) {
        this.console = console;
        this.scope = application.getBean(OrganisationScope.class);
        this.runs = application.getBean(Runs.class);
        this.contents = application.getBean(RunContents.class);
    }

    /** @param published a run whose proposals stand */
    public void print(Organisation organisation, RunId published) {
        Run run = scope.reading(organisation.id(), () -> runs.get(published));
        run.figures().ifPresent(figures -> print(organisation, run, figures));
    }

    private void print(Organisation organisation, Run run, Figures figures) {
        console.say(
                "night.title",
                run.id().value(),
                organisation.name(),
                console.texts().day(run.day()));
        console.say(
                "night.paired",
                figures.proposed(),
                figures.proposed() + figures.unpaired(),
                figures.meanDistanceMetres() / 1_000.0);
        console.say("night.unpaired", figures.unpaired());
        List<Outcome.Unpaired> left = scope.reading(organisation.id(), () -> contents.unpaired(run.id()));
        new MainCauses(console.texts())
                .of(left, CAUSES_TO_NAME)
                .forEach(cause -> console.say("night.cause", cause.requests(), cause.name()));
        console.say(figures.gap() == 0 ? "night.best" : "night.gap", figures.gap() * 100);
        if (figures.timeLimitReached()) {
            console.say("night.clock");
        }
        console.say("night.seconds", seconds(run));
    }

    static double seconds(Run run) {
        return run.finished()
                        .map(finished -> Duration.between(run.started(), finished))
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1_000.0;
    }

    List<Run> latest(Organisation organisation, int atMost) {
        return scope.reading(organisation.id(), () -> runs.list(atMost));
    }
}
