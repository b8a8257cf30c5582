package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A job is killed at each of its commits, on either side: before PostgreSQL hears of it, and when it is done but the job was
 * not told. The same command is given again and must end as if nothing had happened.
 */
final class KilledAtCommits implements Fault {
    private static final Duration LONGEST = Website.LONGEST_RECOVERY;

    private final Job job;

    KilledAtCommits(Job job) {
        this.job = job;
    }

    /** A command, and what it has to leave. */
    enum Job {
        NIGHT("nightly"),
        RETENTION("retention"),
        IMPORT("import %s/more/gezinnen.csv %s/more/vrijwilligers.csv");

        private final String command;

        Job(String command) {
            this.command = command;
        }

        private void inspect(Scene scene, Inspection inspection, Found found) throws SQLException {
            switch (this) {
                case NIGHT -> {
                    if (!inspection.standing().equals(scene.tonight())) {
                        found.lost().add("the proposals of an undisturbed night");
                    }
                }
                case RETENTION -> {
                    if (inspection.number("select count(*) from volunteer where erased_on is not null")
                            != Scene.PAST_TERM) {
                        found.lost().add("erasures");
                    }
                }
                case IMPORT -> {
                    String rows = """
                            select count(*) from import_file where rows_accepted = rows_read and rows_read > 0
                            """;
                    if (inspection.number(rows) != 5) {
                        found.lost().add("a file");
                    }
                }
            }
        }
    }

    @Override
    public String name() {
        return job.command.split(" ", 2)[0];
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally tally = scene.tally("kill -9 at each commit of " + name());
        tries(scene, budget, job, tally);
        return List.of(tally);
    }

    private static void tries(Scene scene, Budget budget, Job job, Tally tally) throws IOException, SQLException {
        Budget.Remaining remaining = budget.start();
        Trap counting = Trap.counting();
        one(scene, job, counting, new Tally("counting"));
        for (Trap.Point point : List.of(Trap.Point.COMMIT_ASKED, Trap.Point.COMMIT_DONE)) {
            int all = counting.count(point);
            tally.remark(all + " points: " + point.words);
            for (int number : budget.chosen(all).toArray()) {
                if (remaining.time()) {
                    KillingTrap trap = new KillingTrap(point, number);
                    one(scene, job, trap.trap, tally, trap);
                }
            }
        }
    }

    /** A trap that kills a process which is started later. */
    private static final class KillingTrap {
        private final Trap trap;
        private volatile Optional<Running> victim = Optional.empty();

        KillingTrap(Trap.Point point, int number) {
            trap = new Trap(point, number, () -> victim.ifPresent(Running::kill));
        }
    }

    private static void one(Scene scene, Job job, Trap trap, Tally tally) throws IOException, SQLException {
        one(scene, job, trap, tally, new KillingTrap(Trap.Point.STATEMENT, -1));
    }

    private static void one(Scene scene, Job job, Trap trap, Tally tally, KillingTrap killing)
            throws IOException, SQLException {
        String database = scene.copyOfDatabase();
        Path home = scene.home();
        String command =
                job.command.replace("%s", scene.image().toAbsolutePath().toString());
        try (Wire wire = new Wire(scene.server().port())) {
            wire.set(trap);
            Running first = scene.program().start(home, Scene.words(command, scene.settings(database, wire.port())));
            killing.victim = Optional.of(first);
            first.exitCode(LONGEST);
        }
        long begin = System.nanoTime();
        Running again = scene.program()
                .start(
                        home,
                        Scene.words(
                                command, scene.settings(database, scene.server().port())));
        Optional<Integer> code = again.exitCode(LONGEST);
        double seconds = Patience.seconds(begin);
        try (Connection connection = scene.server().connect(database)) {
            Inspection inspection = new Inspection(connection);
            Found found = inspection.everything();
            if (job == Job.NIGHT) {
                // The command was given twice: both may have come to an end.
                found.doubled().removeIf(text -> text.startsWith("a night that is due once"));
            }
            if (code.isEmpty() || code.get() != 0) {
                found.stuck().add("ended with " + code + " " + Scene.lastLines(again.text(), 4));
            }
            job.inspect(scene, inspection, found);
            tally.add(job + " " + trap, found, seconds);
        }
        scene.drop(database);
        Scene.delete(home);
    }
}
