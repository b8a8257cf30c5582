package nl.koppelwerk.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.night.NightOnConsole;
import nl.koppelwerk.command.night.NightSummary;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole chain on a made-up city. Run again, it goes on where it was. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private static final String MAIL = ".koppelwerk/mail";

    private final Console console;
    private final Clock clock;

    @Option(names = "--no-serve")
    private boolean noServe;

    /** @param clock in the zone of the coordinators */
    public DemoCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (noServe) {
            try (ConfigurableApplicationContext application =
                    new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
                prepare(application);
            }
            return ExitCode.OK;
        }
        // The city may be half there: this command itself sees to its first night.
        ApplicationStart start = new ApplicationStart(console)
                .with("koppelwerk.nightly.catch-up", false)
                .with("koppelwerk.mail.folder", MAIL)
                .with("koppelwerk.mail.every", "3s");
        try (Website website = Website.start(console, start)) {
            DemoCity city = prepare(website.application());
            website.sayWhere();
            city.sayAccounts();
            city.playCapacity();
            console.say("demo.volunteer", DemoCity.VOLUNTEER, MAIL);
            website.await();
        }
        return ExitCode.OK;
    }

    private DemoCity prepare(ApplicationContext application) {
        DemoCity city = new DemoCity(console, clock, application);
        Organisation organisation = city.found();
        Optional<Run> last = application
                .getBean(OrganisationScope.class)
                .reading(
                        organisation.id(), () -> application.getBean(Runs.class).findLastPublished());
        if (last.isPresent()) {
            new NightSummary(console, application)
                    .print(organisation, last.get().id());
        } else {
            new NightOnConsole(console, clock, application)
                    .run(organisation, NightOrder.on(LocalDate.now(clock), organisation.id()));
        }
        return city;
    }
}
