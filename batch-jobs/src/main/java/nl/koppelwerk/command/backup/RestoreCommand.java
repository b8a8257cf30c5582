package nl.koppelwerk.command.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.concurrent.Callable;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.data.database.Backup;
import nl.koppelwerk.data.database.Restore;
import nl.koppelwerk.data.seal.AuditHeads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a file of {@link BackupCommand} back where there is no database yet. */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--new-key")
    private boolean newKey;

    public RestoreCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Backup.Contents restored = Keeping.with(
                console,
                (settings, heads) ->
                        Restore.read(settings, file, newKey, rows -> AuditHeads.restored(rows, heads, clock)));
        String moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(console.texts().locale())
                .format(restored.madeAt().atZone(clock.getZone()));
        console.say("restore.done", file, restored.tables().size(), restored.rows(), moment);
        return ExitCode.OK;
    }
}
