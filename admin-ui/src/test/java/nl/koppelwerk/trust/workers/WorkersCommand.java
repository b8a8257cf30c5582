package nl.koppelwerk.trust.workers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.Promises;
import nl.koppelwerk.trust.faults.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whole nights with worker processes, held against one that planned everything itself. */
@Command(
        name = "workers",
        description = {
            "Runs whole nights with none, 1 and 5 worker processes, kills and freezes one at work, and starts one of"
                    + " another version: every night has to come to the same proposals, day-parts and bounds."
        })
public final class WorkersCommand implements Callable<Integer> {
    private static final int PROBLEMS_SHOWN = 20;
    private static final List<String> HEADING =
            List.of("night", "seconds", "later than alone", "pieces by workers", "proposals", "differences", "");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--families", defaultValue = "60", description = "Families of the city (${DEFAULT-VALUE}).")
    private int families;

    @Option(
            names = "--lease",
            defaultValue = "5",
            description = "Seconds a silent worker keeps a piece (${DEFAULT-VALUE}).")
    private int lease;

    @Option(
            names = "--least-requests",
            defaultValue = "5",
            description = "Requests of the smallest piece that is sent (${DEFAULT-VALUE}).")
    private int leastRequests;

    @Option(names = "--times", defaultValue = "1", description = "How often each is tried (${DEFAULT-VALUE}).")
    private int times;

    @Override
    public Integer call() throws IOException, SQLException {
        if (families < 20 || lease < 1 || leastRequests < 1 || times < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--families is at least 20; --lease, --least-requests and --times at least 1");
        }
        Path folder = Files.createTempDirectory("koppelwerk-workers-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Program.leaveNothing(folder)));
        spec.commandLine().getErr().println("Making a city to try it on");
        try (Scene scene = Scene.made(folder, families)) {
            return tried(scene);
        }
    }

    private int tried(Scene scene) throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> rows = new ArrayList<>();
        Outcome alone = scene.night(Trial.ALONE, leastRequests, lease);
        List<String> problems = new ArrayList<>(alone.problems());
        rows.add(row(Trial.ALONE.name(), alone, alone));
        int nights = 0;
        int differences = 0;
        int idle = alone.proposals().isEmpty() ? 1 : 0;
        for (int time = 0; time < times; time++) {
            for (Trial trial : Trial.OTHERS) {
                spec.commandLine().getErr().println(trial.name());
                Outcome outcome = scene.night(trial, leastRequests, lease);
                rows.add(row(trial.name(), outcome, alone));
                nights++;
                differences += outcome.differences(alone).size();
                problems.addAll(outcome.differences(alone));
                problems.addAll(outcome.problems());
                idle += isIdle(trial, outcome) ? 1 : 0;
            }
        }
        Outcome other = scene.otherVersion();
        problems.addAll(other.problems());
        Promises.print(HEADING, rows, out);
        out.println();
        problems.stream().limit(PROBLEMS_SHOWN).forEach(out::println);
        return Promises.print(
                List.of(
                        new Promise(
                                "same proposals, day-parts and bounds",
                                nights,
                                differences + " differences",
                                "0",
                                differences == 0),
                        new Promise(
                                "workers do plan, and are struck at work", nights, idle + " not", "0 not", idle == 0),
                        new Promise(
                                "nights end well, a frozen worker comes back",
                                nights,
                                problems.size() - differences - other.problems().size() + " not",
                                "0 not",
                                problems.size()
                                        == differences + other.problems().size()),
                        new Promise(
                                "another version is refused",
                                1,
                                other.taken() + " pieces",
                                "0 pieces",
                                other.problems().isEmpty() && other.taken() == 0)),
                out);
    }

    private static boolean isIdle(Trial trial, Outcome outcome) {
        boolean alone = trial.workers() == 1 && trial.fault() != Trial.Fault.NONE;
        return trial.fault() != Trial.Fault.NONE && !outcome.struck() || !alone && outcome.taken() == 0;
    }

    private static List<String> row(String name, Outcome outcome, Outcome alone) {
        int differences = outcome.differences(alone).size();
        return List.of(
                name,
                String.format(Locale.ROOT, "%.1f s", outcome.seconds()),
                String.format(Locale.ROOT, "%.1f s", outcome.seconds() - alone.seconds()),
                String.valueOf(outcome.taken()),
                String.valueOf(outcome.proposals().size()),
                String.valueOf(differences),
                outcome.left() == 0 ? "" : outcome.left() + " pieces left behind");
    }
}
