package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.koppelwerk.data.database.TrialServer;

/**
 * The website with its embedded database is hit at a random instant between its start and the end of what was due then,
 * while a coordinator decides: either the application is killed, or the database is. Then it is started again.
 */
final class KilledAnywhere implements Fault {
    private static final int DECISIONS = 12;
    private static final int CHECK_EVERY = 4;
    private static final Duration TO_HEAL = Duration.ofMinutes(3);

    private final Victim victim;
    private final AtomicInteger decisions = new AtomicInteger();

    KilledAnywhere(Victim victim) {
        this.victim = victim;
    }

    /** What is killed. */
    enum Victim {
        APPLICATION("instants", "kill -9 of the application at random instants"),
        DATABASE("crashes", "kill -9 of PostgreSQL at random instants");

        private final String name;
        private final String promise;

        Victim(String name, String promise) {
            this.name = name;
            this.promise = promise;
        }
    }

    @Override
    public String name() {
        return victim.name;
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally tally = scene.tally(victim.promise);
        Random random = budget.random();
        Budget.Remaining remaining = budget.start();
        double undisturbed = one(scene, Double.MAX_VALUE, new Tally("undisturbed"), false);
        tally.remark(
                String.format(java.util.Locale.ROOT, "undisturbed, all that is due is done after %.1f s", undisturbed));
        for (int number = 1; number <= budget.tries() && remaining.time(); number++) {
            one(scene, random.nextDouble() * undisturbed, tally, number % CHECK_EVERY == 0);
        }
        tally.remark(decisions.get() + " decisions were told of before the kill (" + victim.name + ")");
        return List.of(tally);
    }

    /** @return how long the first start took, when nothing was killed */
    private double one(Scene scene, double seconds, Tally tally, boolean check) throws IOException, SQLException {
        Path home = scene.copyOfHome();
        Path data = Scene.data(home);
        Website.Opening opening = () -> TrialServer.connect(data, "koppelwerk");
        long begin = System.nanoTime();
        Running first = scene.program().start(home, Website.words(List.of()));
        Set<String> told = new HashSet<>();
        Thread coordinator = Thread.ofVirtual().start(() -> told.addAll(decide(first)));
        double took = 0;
        if (seconds == Double.MAX_VALUE) {
            took = Website.untilQuiet(begin, opening)
                    .orElseThrow(() -> new IllegalStateException("undisturbed it does not end: " + first.text()));
        } else {
            LockSupport.parkNanos((long) (seconds * 1e9));
        }
        hit(first, data);
        Recovered recovered = recover(scene, home, first, opening);
        join(coordinator);
        decisions.addAndGet(told.size());
        Found found = inspected(opening, Website.mail(home), told, recovered.problem());
        recovered.running().close();
        if (TrialServer.processId(data).isPresent()) {
            found.stuck().add("PostgreSQL runs on after the application ended");
        }
        if (check) {
            scene.check(home, found);
        }
        tally.add(String.format(java.util.Locale.ROOT, "%s at %.2f s", victim, seconds), found, recovered.seconds());
        scene.clear(home);
        return took;
    }

    private static Set<String> decide(Running running) {
        Optional<Integer> port = Website.up(running);
        Website.Coordinator coordinator = new Website.Coordinator(port.orElse(1), DECISIONS);
        if (port.isPresent()) {
            coordinator.run();
        }
        return coordinator.told();
    }

    private void hit(Running application, Path data) throws IOException {
        if (victim == Victim.APPLICATION) {
            application.kill();
        } else {
            TrialServer.processId(data).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private record Recovered(Running running, double seconds, Optional<String> problem) {}

    /** Without a hand: an application that was killed is started again, one that lives on has to help itself. */
    private Recovered recover(Scene scene, Path home, Running first, Website.Opening opening) throws IOException {
        long begin = System.nanoTime();
        boolean lives = victim == Victim.DATABASE && first.process().isAlive();
        if (lives) {
            boolean healed = Patience.until(TO_HEAL, () -> {
                try (Connection database = opening.open()) {
                    return Website.quiet(database);
                }
            });
            if (healed) {
                return new Recovered(first, Patience.seconds(begin), Optional.empty());
            }
            first.kill();
        }
        Running second = scene.program().start(home, Website.words(List.of()));
        Optional<Double> seconds =
                Website.up(second).isPresent() ? Website.untilQuiet(begin, opening) : Optional.empty();
        Optional<String> problem = seconds.isEmpty()
                ? Optional.of("not recovered: " + Scene.lastLines(second.text(), 4))
                : lives && first.port().isPresent()
                        ? Optional.of("the application lived on without its database and did not help itself")
                        : Optional.empty();
        return new Recovered(second, seconds.orElse(Patience.seconds(begin)), problem);
    }

    private static Found inspected(Website.Opening opening, Path mail, Set<String> told, Optional<String> problem)
            throws IOException, SQLException {
        try (Connection database = opening.open()) {
            Inspection inspection = new Inspection(database);
            Found found = inspection.everything();
            inspection.decisions(told, found);
            inspection.mails(mail, found);
            problem.ifPresent(found.stuck()::add);
            return found;
        } catch (SQLException e) {
            Found found = Found.nothing();
            problem.ifPresent(found.stuck()::add);
            found.stuck().add("no way to the database: " + e.getMessage());
            return found;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }
}
