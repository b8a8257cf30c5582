package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.TrialServer;

/** What a killed application left of its database: the server itself, or only the note of one that is dead too. */
final class LeftOver implements Fault {
    private static final int MOST = 10;

    @Override
    public String name() {
        return "leftovers";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally running = scene.tally("PostgreSQL left running by a killed application");
        Tally dead = scene.tally("PostgreSQL left dead by a killed application");
        Tally reused = scene.tally("its number has become another program's");
        Budget.Remaining remaining = budget.start();
        for (int number = 0; number < Math.min(MOST, budget.tries()) && remaining.time(); number++) {
            one(scene, Left.RUNNING, running);
            one(scene, Left.DEAD, dead);
            one(scene, Left.REUSED, reused);
        }
        return List.of(running, dead, reused);
    }

    private enum Left {
        RUNNING,
        DEAD,
        REUSED
    }

    private static void one(Scene scene, Left left, Tally tally) throws IOException, SQLException {
        Path home = scene.copyOfHome();
        Path data = Scene.data(home);
        Running first = scene.program().start(home, Website.words(List.of()));
        if (Website.up(first).isEmpty()) {
            throw new IllegalStateException("does not come up: " + first.text());
        }
        long server = TrialServer.processId(data).orElseThrow();
        first.kill();
        if (left != Left.RUNNING) {
            ProcessHandle.of(server).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
        if (left == Left.REUSED) {
            Path note = data.resolve("data/postmaster.pid");
            String lines = Files.readString(note);
            Files.writeString(note, ProcessHandle.current().pid() + lines.substring(lines.indexOf('\n')));
        }
        long begin = System.nanoTime();
        try (Running second = scene.program().start(home, Website.words(List.of()))) {
            Optional<Double> seconds = Website.up(second).isPresent()
                    ? Website.untilQuiet(begin, () -> TrialServer.connect(data, "koppelwerk"))
                    : Optional.empty();
            Found found = Found.nothing();
            if (seconds.isEmpty()) {
                found.stuck().add("not recovered: " + Scene.lastLines(second.text(), 3));
            } else {
                try (Connection database = TrialServer.connect(data, "koppelwerk")) {
                    found = new Inspection(database).everything();
                    if (!new Inspection(database).standing().equals(scene.tonight())) {
                        found.lost().add("the proposals of an undisturbed night");
                    }
                }
                long now = TrialServer.processId(data).orElse(-1L);
                if (left == Left.RUNNING && now != server) {
                    found.stuck().add("the server was not taken over: " + server + ", then " + now);
                }
            }
            tally.add(left.name(), found, seconds.orElse(Patience.seconds(begin)));
        }
        scene.clear(home);
    }
}
