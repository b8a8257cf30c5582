package nl.koppelwerk.trust.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.TrialServer;
import nl.koppelwerk.trust.faults.Patience;
import nl.koppelwerk.trust.faults.Program;
import nl.koppelwerk.trust.faults.Running;
import org.springframework.util.FileSystemUtils;

/** A city in a database that workers may come to; each night gets a copy of it. */
final class Scene implements AutoCloseable {
    /** A role that the owner makes itself, as with a database of one's own. */
    private static final List<String> LET_IN = List.of(
            "--koppelwerk.workers.username=koppelwerk_trial", "--koppelwerk.workers.password=een geheim van werkers");

    private static final Duration A_WHILE = Duration.ofMinutes(30);
    private static final String TEMPLATE = "koppelwerk";

    /** Weights and bounds, and that no clock decided on them. */
    private static final String FIGURES = """
            select concat_ws(' ', status, served_weight, served_weight_bound, fit, fit_bound, proposed, unpaired,
                             case when time_limit_reached then 'time limit' end)
            from run order by id desc limit 1
            """;

    private static final String PROPOSALS = """
            select concat_ws(' ', request, volunteer, day_parts, fit, distance_metres, md5(reasons::text))
            from proposal where run = (select max(id) from run) order by 1
            """;

    private final Path folder;
    private final Program program;
    private final Program renewed;
    private final TrialServer server;
    private int copies;

    private Scene(Path folder, Program program, Program renewed, TrialServer server) {
        this.folder = folder;
        this.program = program;
        this.renewed = renewed;
        this.server = server;
    }

    /** The application makes its own database; then its server goes on alone, and workers are let in. */
    static Scene made(Path folder, int families) throws IOException, SQLException {
        Program program = Program.packed(folder.resolve("program"));
        Program renewed = program.renewed(folder.resolve("renewed"));
        Path home = folder.resolve("home");
        done(program.start(home, words("sample --families " + families + " --day today --out city")));
        done(program.start(home, words("import city/postcodes.csv city/gezinnen.csv city/vrijwilligers.csv")));
        TrialServer server = TrialServer.open(home.resolve(".koppelwerk/postgres"));
        Scene scene = new Scene(folder, program, renewed, server);
        scene.run("alter role koppelwerk_owner createrole");
        done(program.rehearse(home, with(words("runs"), scene.settings(TEMPLATE))));
        return scene;
    }

    private List<String> settings(String database) {
        return with(server.settings(database, server.port()), LET_IN);
    }

    private static List<String> words(String command) {
        return List.of(command.split(" ", -1));
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static void done(Running running) {
        Optional<Integer> code = running.exitCode(A_WHILE);
        if (!code.equals(Optional.of(0))) {
            throw new IllegalStateException("ended with " + code + ": " + running.text());
        }
    }

    /** One night on a copy of the city. */
    Outcome night(Trial trial, int leastRequests, int leaseSeconds) throws IOException, SQLException {
        String database = copy();
        Path home = Files.createDirectories(folder.resolve("home-" + database));
        List<Running> workers = new ArrayList<>();
        try (Connection look = server.connect(database)) {
            for (int i = 0; i < trial.workers(); i++) {
                workers.add(program.start(home, worker(database)));
            }
            ready(workers, look);
            long begin = System.nanoTime();
            Running night = program.start(
                    home,
                    with(
                            with(words("nightly --seed 11"), settings(database)),
                            trial.settings(leastRequests, leaseSeconds)));
            Optional<Running> struck = strike(trial, workers, night, look);
            List<String> problems = new ArrayList<>();
            Optional<Integer> code = night.exitCode(A_WHILE);
            double seconds = Patience.seconds(begin);
            if (!code.equals(Optional.of(0))) {
                problems.add(trial.name() + ": the night ended with " + code + ": " + night.text());
            }
            Outcome before = outcome(look, seconds, struck.isPresent(), problems);
            if (struck.isPresent() && trial.fault() == Trial.Fault.FROZEN) {
                signal(struck.get(), "CONT");
                problems.addAll(comesBack(trial, struck.get(), look));
                problems.addAll(outcome(look, seconds, true, List.of()).differences(before));
            }
            return outcome(look, seconds, struck.isPresent(), problems);
        } finally {
            workers.forEach(Running::close);
            drop(database);
        }
    }

    private List<String> worker(String database) {
        return List.of(
                "worker",
                "--database",
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database,
                "--threads",
                "1",
                LET_IN.getFirst(),
                LET_IN.getLast());
    }

    private static void ready(List<Running> workers, Connection look) {
        boolean all = Patience.until(
                A_WHILE,
                () -> workers.stream().anyMatch(one -> !one.process().isAlive())
                        || number(look, "select count(*) from work.worker") == workers.size());
        if (!all || workers.stream().anyMatch(one -> !one.process().isAlive())) {
            throw new IllegalStateException("workers do not come up: "
                    + workers.stream().map(Running::text).toList());
        }
    }

    /** The worker that was at a piece when it was struck; empty: none was. */
    private static Optional<Running> strike(Trial trial, List<Running> workers, Running night, Connection look)
            throws IOException, SQLException {
        if (trial.fault() == Trial.Fault.NONE) {
            return Optional.empty();
        }
        String at =
                "select w.place from work.piece p join work.worker w on w.id = p.worker where p.answered_at is null";
        Patience.until(
                A_WHILE, () -> !texts(look, at).isEmpty() || !night.process().isAlive());
        List<String> busy = texts(look, at);
        Optional<Running> victim = workers.stream()
                .filter(one -> busy.stream()
                        .anyMatch(place -> place.endsWith(":" + one.process().pid())))
                .findFirst();
        if (victim.isPresent() && trial.fault() == Trial.Fault.KILLED) {
            victim.get().kill();
        } else if (victim.isPresent()) {
            signal(victim.get(), "STOP");
        }
        return texts(look, at).isEmpty() ? Optional.empty() : victim;
    }

    /** A frozen worker finds that its piece is not its own any more, and is there for the next one. */
    private static List<String> comesBack(Trial trial, Running worker, Connection look) throws SQLException {
        double since = Double.parseDouble(
                texts(look, "select extract(epoch from clock_timestamp())").getFirst());
        boolean alive = Patience.until(
                Duration.ofMinutes(2),
                () -> number(
                                look,
                                "select count(*) from work.worker where place like '%:"
                                        + worker.process().pid() + "' and extract(epoch from seen_at) > " + since)
                        > 0);
        return alive && worker.process().isAlive()
                ? List.of()
                : List.of(trial.name() + ": the worker did not come back: " + worker.text());
    }

    private static void signal(Running worker, String name) throws IOException {
        try {
            int code = new ProcessBuilder(
                            "kill", "-" + name, String.valueOf(worker.process().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("kill -" + name + " ended with " + code);
            }
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }

    private static Outcome outcome(Connection look, double seconds, boolean struck, List<String> problems)
            throws SQLException {
        return new Outcome(
                texts(look, PROPOSALS),
                String.join("; ", texts(look, FIGURES)),
                seconds,
                number(look, "select coalesce(sum(pieces), 0) from work.worker"),
                number(look, "select count(*) from work.piece"),
                struck,
                problems);
    }

    /** What a worker of another version says and ends with, on a database of this one. */
    Outcome otherVersion() throws IOException, SQLException {
        String database = copy();
        List<String> problems = new ArrayList<>();
        long begin = System.nanoTime();
        try (Connection look = server.connect(database)) {
            Running worker = renewed.start(Files.createDirectories(folder.resolve("home-other")), worker(database));
            Optional<Integer> code = worker.exitCode(Duration.ofMinutes(3));
            String version = texts(look, "select version from work.software").getFirst();
            if (!code.equals(Optional.of(1)) || !worker.text().contains(version)) {
                problems.add("a worker of another version ended with " + code + ": " + worker.text());
            }
            return outcome(look, Patience.seconds(begin), true, problems);
        } finally {
            drop(database);
        }
    }

    private String copy() throws SQLException {
        String name = "night_" + ++copies;
        run("create database " + name + " template " + TEMPLATE + " owner koppelwerk_owner");
        return name;
    }

    private void drop(String database) throws SQLException {
        run("drop database if exists " + database + " with (force)");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection look, String sql) throws SQLException {
        return Long.parseLong(texts(look, sql).getFirst());
    }

    private static List<String> texts(Connection look, String sql) throws SQLException {
        try (Statement statement = look.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
