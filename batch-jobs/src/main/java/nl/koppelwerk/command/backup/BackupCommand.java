package nl.koppelwerk.command.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.data.database.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the whole database to a file, while others work on. */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    public BackupCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Backup.Contents kept = Keeping.with(console, settings -> Backup.write(settings, file, clock));
        console.say("backup.done", file, kept.tables().size(), kept.rows());
        return ExitCode.OK;
    }
}
