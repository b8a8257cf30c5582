package nl.koppelwerk.trust.abuse;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.database.TestServer;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.Promises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does what somebody with bad intentions would do, to the real application on a real PostgreSQL. */
@Command(name = "abuse", description = "Does what somebody with bad intentions would do, and looks what comes of it.")
public final class AbuseCommand implements Callable<Integer> {
    /** Each of them once; what is made up is made up from the seed. */
    static final List<Attack> ATTACKS = List.of(
            new RawSql(),
            new RuntimeRole(),
            new LimitedReaders(),
            new WithoutDoorkeeper(),
            new Forgery(),
            new MassAssignment(),
            new StrangersIds(),
            new HostileFiles(),
            new ParserFuzz(),
            new WildInput(),
            new TypedPages(),
            new Canaries(),
            new Secrets());

    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ATTACK",
            description =
                    "Only these: sql, role, limits, matrix, forgery, fields, ids, files, fuzz, input, pages, canaries, secrets.")
    private List<String> chosen = List.of();

    @Option(
            names = "--tries",
            defaultValue = "5000",
            description = "About how many inputs to make up for each attack that makes them up (${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--seed", defaultValue = "1", description = "What is made up follows from it (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        quiet();
        PrintWriter out = spec.commandLine().getOut();
        List<Promise> promises = new ArrayList<>();
        try (TestServer server = new TestServer()) {
            for (Attack attack : ATTACKS) {
                if (chosen.isEmpty() || chosen.contains(attack.name())) {
                    promises.addAll(tried(attack, server, out));
                }
            }
        }
        return Promises.print(promises, out);
    }

    /** What is printed is the table, not what the application has to say about being abused. */
    private static void quiet() {
        System.setProperty("logging.level.root", "off");
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    private List<Promise> tried(Attack attack, TestServer server, PrintWriter out) {
        try (TestDatabase database = server.copy();
                Grounds grounds = new Grounds(database)) {
            List<Held> held = attack.on(grounds, new Random(seed), tries);
            held.stream()
                    .flatMap(one -> one.broken().stream().limit(SHOWN))
                    .forEach(found -> out.println(attack.name() + ": " + found));
            attack.tell(out);
            return held.stream().map(Held::promised).toList();
        }
    }
}
