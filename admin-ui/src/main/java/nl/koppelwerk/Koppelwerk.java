package nl.koppelwerk;

import java.time.Clock;
import java.time.ZoneId;
import nl.koppelwerk.command.Arguments;
import nl.koppelwerk.command.BeginCommand;
import nl.koppelwerk.command.BenchCommand;
import nl.koppelwerk.command.CommandGroup;
import nl.koppelwerk.command.Commands;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ImportCommand;
import nl.koppelwerk.command.LogFile;
import nl.koppelwerk.command.OptimiseCommand;
import nl.koppelwerk.command.ProgrammeCommand;
import nl.koppelwerk.command.ProveCommand;
import nl.koppelwerk.command.SampleCommand;
import nl.koppelwerk.command.ServicesCommand;
import nl.koppelwerk.command.audit.VerifyAuditCommand;
import nl.koppelwerk.command.backup.BackupCommand;
import nl.koppelwerk.command.backup.RestoreCommand;
import nl.koppelwerk.command.keys.RotateKeysCommand;
import nl.koppelwerk.command.night.CapacityCommand;
import nl.koppelwerk.command.night.CheckCommand;
import nl.koppelwerk.command.night.NightlyCommand;
import nl.koppelwerk.command.night.RecruitCommand;
import nl.koppelwerk.command.night.ReplayCommand;
import nl.koppelwerk.command.night.RunsCommand;
import nl.koppelwerk.command.night.VerifyCommand;
import nl.koppelwerk.command.retention.RetentionCommand;
import nl.koppelwerk.command.worker.WorkerCommand;
import nl.koppelwerk.start.DemoCommand;
import nl.koppelwerk.start.ServeCommand;

/** The program: every command by the group that the overview lists it in. */
public final class Koppelwerk {
    private Koppelwerk() {}

    public static void main(String... args) {
        LogFile.open();
        Arguments arguments = Arguments.of(args);
        System.exit(commands(Console.system(arguments)).run(arguments.words()));
    }

    static Commands commands(Console console) {
        Clock clock = Clock.system(ZoneId.of("Europe/Amsterdam"));
        return new Commands(console)
                .with(
                        CommandGroup.START,
                        new DemoCommand(console, clock),
                        new ServeCommand(console),
                        new BeginCommand(console))
                .with(
                        CommandGroup.DATA,
                        new ImportCommand(console, clock),
                        new SampleCommand(console, clock),
                        new ProgrammeCommand(console, clock),
                        new ServicesCommand(console),
                        new BackupCommand(console, clock),
                        new RestoreCommand(console, clock),
                        new RotateKeysCommand(console),
                        new RetentionCommand(console),
                        new VerifyAuditCommand(console, clock))
                .with(
                        CommandGroup.NIGHT,
                        new NightlyCommand(console, clock),
                        new WorkerCommand(console, clock),
                        new CheckCommand(console),
                        new VerifyCommand(console),
                        new ReplayCommand(console, clock),
                        new RunsCommand(console),
                        new RecruitCommand(console),
                        new CapacityCommand(console))
                .with(
                        CommandGroup.ENGINE,
                        new OptimiseCommand(console, clock),
                        new ProveCommand(console, clock),
                        new BenchCommand(console, clock));
    }
}
