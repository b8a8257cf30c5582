package nl.koppelwerk.trust.faults;

import java.util.List;
import java.util.concurrent.Callable;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.Promises;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills, cuts off and starves the real application on a real PostgreSQL, and looks what is left. */
@Command(name = "faults", description = "Kills, cuts off and starves the real application, and looks what is left.")
public final class FaultsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--tries", defaultValue = "200", description = "Random instants to kill at (${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--seed", defaultValue = "1", description = "Chooses the instants (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        Promise none = new Promise("seed " + seed, tries, "nothing tried yet", "0 lost, 0 doubled, 0 stuck", false);
        return Promises.print(List.of(none), spec.commandLine().getOut());
    }
}
