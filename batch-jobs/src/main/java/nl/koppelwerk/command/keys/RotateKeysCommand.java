package nl.koppelwerk.command.keys;

import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.cipher.BrokenSeal;
import nl.koppelwerk.data.cipher.KeyRotation;
import nl.koppelwerk.data.database.Database;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** New keys for everything that is encrypted, while the website goes on. */
@Command(name = "rotate-keys")
public final class RotateKeysCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--finish")
    private boolean finish;

    @Option(names = "--file")
    private boolean file;

    public RotateKeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            Database database = application.getBean(Database.class);
            KeyRotation rotation = database.keyRotation();
            if (file) {
                rotation.replaceFileKey();
                console.say("rotate-keys.file", database.keyRing().file().path());
            }
            KeyRotation.Done done = finish ? rotation.finish() : rotation.rotate();
            console.say("rotate-keys.done", done.organisations(), done.values(), done.dropped());
            return ExitCode.OK;
        } catch (BrokenSeal broken) {
            throw new Refusal(ExitCode.FOUND, "rotate-keys.broken", broken.place());
        }
    }
}
