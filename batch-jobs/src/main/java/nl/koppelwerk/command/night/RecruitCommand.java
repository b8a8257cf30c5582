package nl.koppelwerk.command.night;

import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.recruit.WhatToRecruit;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.recruit.RecruitLine;
import nl.koppelwerk.data.recruit.RecruitNight;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import nl.koppelwerk.sentence.Sentences;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which volunteers to look for, as the last night says; reckoned now where that was not done yet. */
@Command(name = "recruit")
public final class RecruitCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--again")
    private boolean again;

    public RecruitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int exitCode = ExitCode.OK;
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            for (Organisation organisation :
                    application.getBean(Organisations.class).list()) {
                exitCode = Math.max(exitCode, say(application, organisation));
            }
        }
        return exitCode;
    }

    private int say(ApplicationContext application, Organisation organisation) {
        OrganisationScope scope = application.getBean(OrganisationScope.class);
        Recruits recruits = application.getBean(Recruits.class);
        Runs runs = application.getBean(Runs.class);
        Optional<Run> run = scope.reading(organisation.id(), runs::findLastPublished);
        if (run.isEmpty()) {
            console.say("recruit.no-night", organisation.name());
            return ExitCode.OK;
        }
        boolean there =
                scope.reading(organisation.id(), () -> recruits.has(run.get().id()));
        if ((again || !there) && !application.getBean(WhatToRecruit.class).again(run.get())) {
            console.tell("run.let-go", run.get().id().value());
            return ExitCode.FAILED;
        }
        scope.reading(organisation.id(), recruits::last).ifPresent(night -> say(organisation, night));
        return ExitCode.OK;
    }

    private void say(Organisation organisation, RecruitNight night) {
        console.say(
                "recruit.heading",
                organisation.name(),
                night.run().value(),
                console.texts().day(night.day()));
        if (night.lines().isEmpty()) {
            console.say("recruit.nobody");
        }
        Sentences sentences = new Sentences(console.texts().locale());
        for (RecruitLine line : night.lines()) {
            console.say(
                    "recruit.line",
                    line.rank(),
                    sentences.say(line.profile().sentence()),
                    line.families(),
                    line.together());
        }
        if (night.waitingForIntroductions() > 0) {
            console.say("recruit.introductions", night.waitingForIntroductions());
        }
    }
}
