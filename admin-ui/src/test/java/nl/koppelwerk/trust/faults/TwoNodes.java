package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.TrialServer;

/** Two websites start in the same instant on one database: both come up, and what is due is done by one of them. */
final class TwoNodes implements Fault {
    private static final int MOST = 20;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally empty = scene.tally("two nodes start on an empty database");
        Tally due = scene.tally("two nodes start when a night is due");
        Tally folder = scene.tally("two start on one folder");
        Budget.Remaining remaining = budget.start();
        for (int number = 0; number < Math.min(MOST, budget.tries()) && remaining.time(); number++) {
            onServer(scene, true, empty);
            onServer(scene, false, due);
            onFolder(scene, scene.emptyHome(), folder);
            onFolder(scene, scene.copyOfHome(), folder);
        }
        return List.of(empty, due, folder);
    }

    private static void onServer(Scene scene, boolean empty, Tally tally) throws IOException, SQLException {
        String database = scene.copyOfDatabase();
        if (empty) {
            try (Connection connection = scene.server().connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database " + database);
                statement.execute("create database " + database + " owner koppelwerk_owner");
            }
        }
        Path home = empty ? scene.emptyHome() : scene.home();
        List<String> words =
                Website.words(scene.settings(database, scene.server().port()));
        both(scene, home, words, () -> scene.server().connect(database), !empty, tally);
        scene.drop(database);
        Scene.delete(home);
    }

    private static void onFolder(Scene scene, Path home, Tally tally) throws IOException, SQLException {
        Path data = Scene.data(home);
        boolean due = Files.exists(data);
        both(scene, home, Website.words(List.of()), () -> TrialServer.connect(data, "koppelwerk"), due, tally);
        scene.clear(home);
    }

    private static void both(
            Scene scene, Path home, List<String> words, Website.Opening opening, boolean due, Tally tally)
            throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Running one = scene.program().start(home, words);
                Running other = scene.program().start(home, words)) {
            List<String> problems = new ArrayList<>();
            for (Running node : List.of(one, other)) {
                if (Website.up(node).isEmpty()) {
                    problems.add("a node does not come up: " + Scene.lastLines(node.text(), 3));
                }
            }
            Optional<Double> quiet = due ? Website.untilQuiet(begin, opening) : Optional.of(Patience.seconds(begin));
            if (quiet.isEmpty()) {
                problems.add("what was due is not done");
            }
            try (Connection connection = opening.open()) {
                Inspection inspection = new Inspection(connection);
                Found found = inspection.everything();
                if (due) {
                    inspection.mails(Website.mail(home), found);
                    if (!inspection.standing().equals(scene.tonight())) {
                        found.lost().add("the proposals of an undisturbed night");
                    }
                }
                found.stuck().addAll(problems);
                tally.add(tally.row().getFirst(), found, quiet.orElse(0.0));
            }
        }
    }
}
