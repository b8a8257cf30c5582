package nl.koppelwerk.command.night;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Chosen;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Matches now, as the schedule would do at night. */
@Command(name = "nightly")
public final class NightlyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(names = "--seed", paramLabel = "N")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--day", paramLabel = "YYYY-MM-DD")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--organisation", paramLabel = "NAME")
    private Optional<String> organisation = Optional.empty();

    /** @param clock in the zone of the coordinators */
    public NightlyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            NightOnConsole night = new NightOnConsole(console, clock, application);
            for (Organisation one : Chosen.organisations(application, organisation)) {
                night.run(one, order(one));
            }
        }
        return ExitCode.OK;
    }

    private NightOrder order(Organisation one) {
        NightOrder order = NightOrder.on(day.orElseGet(() -> LocalDate.now(clock)), one.id());
        return seed.map(order::withSeed).orElse(order);
    }
}
