package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The line to the database is cut at each statement, and at each commit when it is done but not told. The application lives
 * on: nothing of what was cut may be there in part, and asked again it must work.
 */
final class CutOff implements Fault {
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(20);
    private static final Duration LONGEST = Website.LONGEST_RECOVERY;

    @Override
    public String name() {
        return "cuts";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        String database = scene.copyOfDatabase();
        Path home = scene.home();
        List<Tally> tallies = new ArrayList<>();
        try (Wire wire = new Wire(scene.server().port());
                Running running = scene.program().start(home, Website.words(scene.settings(database, wire.port())));
                Connection behind = scene.server().connect(database)) {
            int port = Website.up(running).orElseThrow(() -> new IllegalStateException(running.text()));
            if (!Patience.until(LONGEST, () -> Website.quiet(behind))) {
                throw new IllegalStateException("undisturbed it does not end: " + running.text());
            }
            Website.Coordinator coordinator = new Website.Coordinator(port, 1000);
            coordinator.signIn();
            Cutting cutting = new Cutting(scene, wire, new Inspection(behind), coordinator);
            tallies.add(cutting.nights(budget));
            tallies.add(cutting.decisions(budget));
        }
        scene.drop(database);
        Scene.delete(home);
        return tallies;
    }

    private record Cutting(Scene scene, Wire wire, Inspection inspection, Website.Coordinator coordinator) {
        private static final List<Trap.Point> POINTS = List.of(Trap.Point.STATEMENT, Trap.Point.COMMIT_DONE);

        Tally nights(Budget budget) throws SQLException {
            Tally tally = scene.tally("line cut at each statement of a night");
            Budget.Remaining remaining = budget.start();
            Trap counting = Trap.counting();
            wire.set(counting);
            long already = runs("PUBLISHED");
            coordinator.startRun();
            if (!published(already, LONGEST)) {
                throw new IllegalStateException("a run that is asked for does not come");
            }
            for (Trap.Point point : POINTS) {
                int all = counting.count(point);
                tally.remark(all + " points of a night: " + point.words);
                for (int number : budget.chosen(all).toArray()) {
                    if (remaining.time()) {
                        night(new Trap(point, number, () -> {}), tally);
                    }
                }
            }
            return tally;
        }

        private void night(Trap trap, Tally tally) throws SQLException {
            long before = runs("PUBLISHED");
            wire.set(trap);
            start();
            Patience.until(LONGEST, () -> trap.sprung() || runs("PUBLISHED") > before);
            boolean ended = Patience.until(LONGEST, () -> runs("RUNNING") == 0);
            wire.set(Trap.counting());
            Found found = Found.nothing();
            same(found, "after the cut");
            long begin = System.nanoTime();
            long published = runs("PUBLISHED");
            if (!askedUntilPublished(published)) {
                found.stuck().add("a run after the cut");
            }
            double seconds = Patience.seconds(begin);
            if (!ended) {
                tally.remark("run left as running until the next one, at " + trap);
            }
            same(found, "after the next run");
            everything(found);
            tally.add("night, " + trap, found, seconds);
        }

        private void start() {
            try {
                coordinator.startRun();
            } catch (UncheckedIOException e) {
                // the answer was lost; what came of it shows
            }
        }

        /** A run that ends just now keeps another one out for a moment. */
        private boolean askedUntilPublished(long before) {
            return Patience.until(LONGEST, () -> {
                start();
                return published(before, UNTIL_ASKED_AGAIN);
            });
        }

        private boolean published(long before, Duration patience) {
            return Patience.until(
                    patience,
                    () -> runs("PUBLISHED") > before
                            && runs("RUNNING") == 0
                            && inspection.number(
                                            "select count(*) from run where status = 'PUBLISHED' and reconciled_at is null")
                                    == 0);
        }

        private long runs(String status) throws SQLException {
            return inspection.number("select count(*) from run where status = '" + status + "'");
        }

        private void same(Found found, String when) throws SQLException {
            if (!inspection.standing().equals(scene.tonight())) {
                found.lost().add("proposals " + when);
            }
        }

        private void everything(Found found) throws SQLException {
            Found all = inspection.everything();
            found.lost().addAll(all.lost());
            found.doubled().addAll(all.doubled());
            found.doubled().removeIf(text -> text.startsWith("a night that is due once"));
            found.stuck().addAll(all.stuck());
        }

        Tally decisions(Budget budget) throws SQLException {
            Tally tally = scene.tally("line cut at each statement of a decision");
            Budget.Remaining remaining = budget.start();
            List<String> proposals = new ArrayList<>();
            Patience.until(LONGEST, () -> {
                // A session may have been cut with the line.
                coordinator.signIn();
                proposals.addAll(coordinator.proposals());
                return !proposals.isEmpty();
            });
            if (proposals.isEmpty()) {
                tally.remark("decisions were not tried: no proposals to be seen after the cuts");
                return tally;
            }
            Trap counting = Trap.counting();
            wire.set(counting);
            coordinator.accept(proposals.removeFirst());
            // Each point takes a proposal of its own.
            Budget spread = budget.withPoints(Math.max(1, proposals.size() / POINTS.size()));
            for (Trap.Point point : POINTS) {
                int all = counting.count(point);
                tally.remark(all + " points of a decision: " + point.words);
                for (int number : spread.chosen(all).toArray()) {
                    if (remaining.time() && !proposals.isEmpty()) {
                        decision(proposals.removeFirst(), new Trap(point, number, () -> {}), tally);
                    }
                }
            }
            return tally;
        }

        /** What the answer did not say may be done or not; asked again, it is done, and once. */
        private void decision(String id, Trap trap, Tally tally) throws SQLException {
            wire.set(trap);
            Found found = Found.nothing();
            boolean said = coordinator.accept(id);
            wire.set(Trap.counting());
            long begin = System.nanoTime();
            if (!said) {
                coordinator.accept(id);
            }
            double seconds = Patience.seconds(begin);
            inspection.decisions(Set.of(id), found);
            everything(found);
            tally.add("decision, " + trap, found, seconds);
        }
    }
}
