package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.TrialServer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A small city made by the application itself, with last night's proposals, mail that waits and people past their term. Each
 * try gets a copy of it: a database on a server that they share, or a whole folder with an embedded server.
 */
final class Scene implements AutoCloseable {
    static final String EMAIL = "coordinator@koppelwerk.example";
    static final String ADMINISTRATOR = "beheer@koppelwerk.example";
    static final String PASSWORD = "koppelen-in-de-wijk";
    static final int MAILS = 6;
    static final String MAIL_IDS = "00000000-0000-4000-8000-";
    static final int PAST_TERM = 4;
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final String DATA = ".koppelwerk/postgres";

    private final Path folder;
    private final Program program;
    private final TrialServer server;
    private final Consumer<String> listener;
    private final AtomicInteger copies = new AtomicInteger();
    private List<String> tonight = List.of();

    private Scene(Path folder, Program program, TrialServer server, Consumer<String> listener) {
        this.folder = folder;
        this.program = program;
        this.server = server;
        this.listener = listener;
    }

    /**
     * Makes it.
     *
     * @param folder where a city that was made there today before is used again
     * @param listener hears of every try
     */
    static Scene made(Path folder, Consumer<String> listener) throws IOException, SQLException {
        Program program = Program.packed(folder.resolve("program"));
        Path home = folder.resolve("image");
        Path ready = home.resolve("ready-" + LocalDate.now(ZoneId.of("Europe/Amsterdam")));
        if (!Files.exists(ready)) {
            delete(home);
            make(program, home);
            Files.createFile(ready);
        }
        Path shared = folder.resolve("shared");
        delete(shared);
        copy(home.resolve(DATA), shared);
        Scene scene = new Scene(folder, program, TrialServer.open(shared), listener);
        if (!program.isRehearsed()) {
            scene.rehearse();
        }
        scene.tonight = scene.reference();
        return scene;
    }

    private static void make(Program program, Path home) throws IOException, SQLException {
        done(program.start(home, words("sample --families 12 --day today --out city")));
        done(program.start(home, words("sample --families 8 --seed 2 --day today --out more")));
        done(program.start(home, words("import city/postcodes.csv city/gezinnen.csv city/vrijwilligers.csv")));
        done(program.start(home, words("nightly")));
        try (TrialServer preparing = TrialServer.open(home.resolve(DATA));
                Connection database = preparing.connect("koppelwerk");
                Statement statement = database.createStatement()) {
            statement.execute(addition());
        }
    }

    /** The night was yesterday's; somebody can sign in; mail waits, readable for who counts it; some volunteers stopped long ago. */
    private static String addition() {
        return """
                update run set day = day - 1, started_at = started_at - interval '1 day',
                               finished_at = finished_at - interval '1 day',
                               reconciled_at = reconciled_at - interval '1 day';
                insert into account (organisation, id, email, name, password_hash, role)
                select organisation, '00000000-0000-0000-0000-000000000001'::uuid, '%1$s', 'Noor', '%3$s', 'COORDINATOR'
                from organisation
                union all
                select organisation, '00000000-0000-0000-0000-000000000002'::uuid, '%2$s', 'Anna', '%3$s', 'ADMINISTRATOR'
                from organisation;
                alter table outgoing_mail drop constraint sealed_recipient, drop constraint sealed_subject,
                                          drop constraint sealed_body;
                insert into outgoing_mail (organisation, id, recipient, subject, body, created_at, not_before)
                select o.organisation, ('%6$s' || lpad(n::text, 12, '0'))::uuid, 'iemand@koppelwerk.example',
                       'Proef ' || n, 'Dag!', now(), now()
                from organisation o, generate_series(1, %4$d) n;
                update volunteer set active = false, inactive_reason = null, paused_until = null,
                                     stopped_on = current_date - 4000
                where id in (select v.id from volunteer v
                             where not exists (select from pairing p where p.volunteer = v.id)
                             order by v.reference limit %5$d);
                """.formatted(
                        EMAIL,
                        ADMINISTRATOR,
                        "{bcrypt}" + new BCryptPasswordEncoder().encode(PASSWORD),
                        MAILS,
                        PAST_TERM,
                        MAIL_IDS);
    }

    /** A start with all that is due, so that Java keeps what it loads for it. */
    private void rehearse() throws IOException {
        Path home = copyOfHome();
        Running running = program.rehearse(home, Website.words(List.of()));
        if (Website.untilQuiet(System.nanoTime(), () -> TrialServer.connect(data(home), "koppelwerk"))
                .isEmpty()) {
            throw new IllegalStateException("undisturbed it does not end: " + running.text());
        }
        running.process().destroy();
        running.exitCode(A_WHILE);
        clear(home);
    }

    /** The proposals that tonight has to come to, whatever happens; every rule is checked for them. */
    private List<String> reference() throws IOException, SQLException {
        String database = copyOfDatabase();
        done(program.start(home(), words("nightly", settings(database, server.port()))));
        done(program.start(home(), words("check", settings(database, server.port()))));
        try (Connection connection = server.connect(database)) {
            return new Inspection(connection).standing();
        }
    }

    static List<String> words(String command) {
        return List.of(command.split(" ", -1));
    }

    static List<String> words(String command, List<String> settings) {
        List<String> words = new ArrayList<>(words(command));
        words.addAll(settings);
        return words;
    }

    /** @throws IllegalStateException when the application did not do what it was asked */
    static void done(Running running) {
        Optional<Integer> code = running.exitCode(A_WHILE);
        if (!code.equals(Optional.of(0))) {
            throw new IllegalStateException("ended with " + code + ": " + running.text());
        }
    }

    Tally tally(String promise) {
        return new Tally(promise).told(listener);
    }

    /** Has the application check itself, ended: its proposals against the rules, its audit log against the heads. */
    void check(Path home, Found found) throws IOException {
        for (String command : List.of("check", "verify-audit")) {
            Running check = program.start(home, words(command));
            Optional<Integer> code = check.exitCode(A_WHILE);
            if (!code.equals(Optional.of(0))) {
                found.lost().add("what " + command + " is to find: " + code + " " + lastLines(check.text(), 4));
            }
        }
    }

    Program program() {
        return program;
    }

    TrialServer server() {
        return server;
    }

    /** Proposals of an undisturbed night. */
    List<String> tonight() {
        return tonight;
    }

    Path image() {
        return folder.resolve("image");
    }

    List<String> settings(String database, int port) {
        return server.settings(database, port);
    }

    /** A database of its own on the shared server. */
    String copyOfDatabase() throws SQLException {
        String name = "try_" + copies.incrementAndGet();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template koppelwerk owner koppelwerk_owner");
        }
        return name;
    }

    void drop(String database) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    /** An empty folder to work in. */
    Path emptyHome() throws IOException {
        return Files.createDirectories(folder.resolve("home-" + copies.incrementAndGet()));
    }

    /** A folder to work in with what the application keeps beside its database: heads, keys. */
    Path home() throws IOException {
        Path home = emptyHome();
        Path kept = image().resolve(DATA).getParent();
        Files.createDirectories(data(home).getParent());
        try (Stream<Path> all = Files.list(kept)) {
            for (Path beside :
                    all.filter(one -> !image().resolve(DATA).equals(one)).toList()) {
                copy(beside, home.resolve(image().relativize(beside)));
            }
        }
        return home;
    }

    /** The same with data of its own, and the embedded server not started. */
    Path copyOfHome() throws IOException {
        Path home = home();
        copy(image().resolve(DATA), data(home));
        return home;
    }

    static Path data(Path home) {
        return home.resolve(DATA);
    }

    /** Everything but the programs, which it points to. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path relative = from.relativize(path);
                if (relative.getName(0).toString().startsWith("programs-")) {
                    if (relative.getNameCount() == 1) {
                        Files.createSymbolicLink(to.resolve(relative), path.toAbsolutePath());
                    }
                } else if (Files.isDirectory(path)) {
                    Files.createDirectories(to.resolve(relative));
                    Files.setPosixFilePermissions(to.resolve(relative), Files.getPosixFilePermissions(path));
                } else {
                    Files.copy(path, to.resolve(relative), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Whatever server was left there is stopped, and the folder goes. */
    void clear(Path home) throws IOException {
        if (Files.isDirectory(data(home).resolve("data"))) {
            TrialServer.stop(data(home));
        }
        delete(home);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path path : all.filter(one -> !one.endsWith("image") && !one.endsWith("program"))
                        .toList()) {
                    delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what was started from here, also when somebody stops the suite in the middle. */
    static void leaveNothing(Path folder) {
        Program.startNothingMore();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.find(folder, 5, (path, file) -> path.endsWith("postmaster.pid"))) {
                for (Path path : all.toList()) {
                    TrialServer.stop(path.resolve("../..").normalize());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String lastLines(String text, int most) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }
}
