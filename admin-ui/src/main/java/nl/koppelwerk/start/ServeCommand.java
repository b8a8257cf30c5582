package nl.koppelwerk.start;

import java.util.concurrent.Callable;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import picocli.CommandLine.Command;

/** Starts the web application, with the nightly matching on its schedule. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    private final Console console;

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Website website = Website.start(console)) {
            website.sayWhere();
            website.await();
        }
        return ExitCode.OK;
    }
}
