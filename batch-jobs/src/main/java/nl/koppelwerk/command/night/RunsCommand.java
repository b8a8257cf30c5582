package nl.koppelwerk.command.night;

import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the nightly runs, the latest first. */
@Command(name = "runs")
public final class RunsCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--last", paramLabel = "N", defaultValue = "20")
    private int last;

    public RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            NightSummary summary = new NightSummary(console, application);
            console.say("runs.heading");
            for (Organisation organisation :
                    application.getBean(Organisations.class).list()) {
                summary.latest(organisation, last).forEach(run -> print(run, organisation));
            }
        }
        return ExitCode.OK;
    }

    private void print(Run run, Organisation organisation) {
        console.out()
                .printf(
                        console.texts().locale(),
                        "%5d  %s  %-12s  %6s  %6s  %7.1f  %s%s%n",
                        run.id().value(),
                        run.day(),
                        console.texts().get("runs.status." + run.status()),
                        run.figures().map(figures -> "" + figures.proposed()).orElse("-"),
                        run.figures().map(figures -> "" + figures.unpaired()).orElse("-"),
                        NightSummary.seconds(run),
                        organisation.name(),
                        run.failure().map(failure -> "  " + failure).orElse(""));
    }
}
