package nl.koppelwerk.trust;

import java.io.PrintWriter;
import java.util.List;
import nl.koppelwerk.trust.abuse.AbuseCommand;
import nl.koppelwerk.trust.faults.FaultsCommand;
import nl.koppelwerk.trust.load.LoadCommand;
import nl.koppelwerk.trust.workers.WorkersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code ./koppelwerk-trust}: one command for each suite. */
@Command(
        name = "koppelwerk-trust",
        description =
                "Tries what Koppelwerk promises. Ends with 0 only when every promise held, with 3 when one did not.")
public final class Trust implements Runnable {
    /** A suite is added here, as one class. */
    private static final List<Object> SUITES =
            List.of(new AbuseCommand(), new FaultsCommand(), new LoadCommand(), new WorkersCommand());

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this.")
    private boolean help;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String... args) {
        System.exit(commands(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .execute(args));
    }

    static CommandLine commands(PrintWriter out, PrintWriter err) {
        CommandLine all = new CommandLine(new Trust());
        SUITES.forEach(all::addSubcommand);
        return all.setOut(out).setErr(err).setUsageHelpWidth(110);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
