package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The website is killed at each commit of its mail, on either side. A mail is written at most once for each attempt that is
 * recorded. One of which nobody knows whether it went out is not sent again by itself, but shown to the administrator; once
 * sent again from there, every mail went out at least once.
 */
final class KilledMailing implements Fault {
    private static final Duration LONGEST = Website.LONGEST_RECOVERY;
    private static final String TABLE = "outgoing_mail";
    private static final String WAITING =
            "select count(*) from outgoing_mail where sent_at is null and claimed_at is null";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally tally = scene.tally("kill -9 at each commit of mail");
        Budget.Remaining remaining = budget.start();
        Trap counting = Trap.counting().about(TABLE);
        one(scene, new Killing(counting), new Tally("counting"));
        for (Trap.Point point : List.of(Trap.Point.COMMIT_ASKED, Trap.Point.COMMIT_DONE)) {
            int all = counting.count(point);
            tally.remark(all + " points of mail: " + point.words);
            for (int number : budget.chosen(all).toArray()) {
                if (remaining.time()) {
                    one(scene, new Killing(point, number), tally);
                }
            }
        }
        return List.of(tally);
    }

    /** A trap for a process that is started later. */
    private static final class Killing {
        private final Trap trap;
        private volatile Optional<Running> victim = Optional.empty();

        Killing(Trap trap) {
            this.trap = trap;
        }

        Killing(Trap.Point point, int number) {
            this.trap = new Trap(point, number, () -> victim.ifPresent(Running::kill)).about(TABLE);
        }
    }

    private static void one(Scene scene, Killing killing, Tally tally) throws IOException, SQLException {
        String database = scene.copyOfDatabase();
        Path home = scene.home();
        try (Connection behind = scene.server().connect(database)) {
            Inspection inspection = new Inspection(behind);
            killed(scene, database, home, killing, inspection);
            long begin = System.nanoTime();
            try (Running again = scene.program()
                    .start(home, words(scene.settings(database, scene.server().port())))) {
                boolean sent = Patience.until(LONGEST, () -> inspection.number(WAITING) == 0);
                double seconds = Patience.seconds(begin);
                Found found = inspection.everything();
                if (!sent) {
                    found.stuck().add("mail waits: " + Scene.lastLines(again.text(), 3));
                }
                Map<String, Integer> files = files(home);
                atMostOncePerAttempt(inspection, files, found);
                unsure(behind, again, found);
                atMostOncePerAttempt(inspection, files(home), found);
                atLeastOnce(inspection, files(home), found);
                tally.add("mail " + killing.trap, found, seconds);
            }
        }
        scene.drop(database);
        Scene.delete(home);
    }

    /** Until the trap kills it, or until all mail is gone. */
    private static void killed(Scene scene, String database, Path home, Killing killing, Inspection inspection)
            throws IOException {
        try (Wire wire = new Wire(scene.server().port())) {
            wire.set(killing.trap);
            Running first = scene.program().start(home, words(scene.settings(database, wire.port())));
            killing.victim = Optional.of(first);
            Patience.until(
                    LONGEST,
                    () -> !first.process().isAlive()
                            || inspection.number(WAITING) == 0
                                    && inspection.number("select count(*) from outgoing_mail where sent_at is null")
                                            == 0
                                    && first.port().isPresent());
            first.kill();
        }
    }

    /** Only mail: no night. */
    private static List<String> words(List<String> settings) {
        List<String> words = new ArrayList<>(Website.words(settings));
        words.add("--koppelwerk.nightly.catch-up=false");
        return words;
    }

    private static Map<String, Integer> files(Path home) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        Inspection.subjects(Website.mail(home)).forEach(subject -> files.merge(subject, 1, Integer::sum));
        return files;
    }

    private static void atMostOncePerAttempt(Inspection inspection, Map<String, Integer> files, Found found)
            throws SQLException {
        for (Map.Entry<String, Integer> file : files.entrySet()) {
            long attempts = inspection.number("select attempts from outgoing_mail where id::text = '" + Scene.MAIL_IDS
                    + "' || lpad(substr('" + file.getKey() + "', 7), 12, '0')");
            if (file.getValue() > attempts) {
                found.doubled().add(file.getKey() + ": " + file.getValue() + " files of " + attempts + " attempts");
            }
        }
    }

    /** A quarter of an hour later the administrator sees what nobody is sure of, and has it sent again. */
    private static void unsure(Connection behind, Running website, Found found) throws SQLException {
        Inspection inspection = new Inspection(behind);
        try (Statement statement = behind.createStatement()) {
            statement.execute("update outgoing_mail set claimed_at = claimed_at - interval '16 minutes'");
        }
        long unsure = inspection.number("select count(*) from outgoing_mail where claimed_at is not null");
        if (unsure > 1) {
            found.stuck().add(unsure + " mails claimed by one sender");
        }
        if (unsure > 0) {
            Website.Coordinator administrator =
                    new Website.Coordinator(Website.up(website).orElse(1), 0);
            administrator.signIn(Scene.ADMINISTRATOR);
            int shown = administrator.sendAgain();
            if (shown != unsure) {
                found.stuck().add(unsure + " mails nobody is sure of, " + shown + " shown");
            }
            Patience.until(
                    LONGEST, () -> inspection.number("select count(*) from outgoing_mail where sent_at is null") == 0);
        }
    }

    private static void atLeastOnce(Inspection inspection, Map<String, Integer> files, Found found)
            throws SQLException {
        if (inspection.number("select count(*) from outgoing_mail where sent_at is null") > 0) {
            found.stuck().add("mail that is not sent");
        }
        List<String> subjects = inspection.ofTheScene("true");
        if (subjects.size() != Scene.MAILS) {
            found.lost().add("rows of mail");
        }
        subjects.stream()
                .filter(subject -> !files.containsKey(subject))
                .forEach(subject -> found.lost().add("mail " + subject));
    }
}
