package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.data.database.TrialServer;

/**
 * The clock is three days wrong, either way, and is put right again; and the hour of the night is skipped or comes twice.
 * Each night that is due by the clock is matched, once.
 */
final class ClockMoved implements Fault {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally moved = scene.tally("clock three days wrong, then right");
        Tally summer = scene.tally("the hour of the night is skipped or comes twice");
        Duration threeDays = Duration.ofDays(3);
        Duration right = Duration.ZERO;
        one(scene, List.of(threeDays, right), List.of(), moved);
        one(scene, List.of(threeDays.negated(), right), List.of(), moved);
        one(scene, List.of(right, threeDays, right), List.of(), moved);
        // 02:00 does not exist on that day: the night begins with the hour after it, which is past here.
        one(scene, List.of(until(ZonedDateTime.of(2027, 3, 28, 3, 1, 0, 0, ZONE))), List.of(), summer);
        ZonedDateTime first = ZonedDateTime.of(2027, 10, 31, 2, 31, 0, 0, ZONE).withEarlierOffsetAtOverlap();
        List<String> halfPastTwo = List.of("--koppelwerk.nightly.time=02:30");
        one(scene, List.of(until(first), until(first).plus(AN_HOUR)), halfPastTwo, summer);
        return List.of(moved, summer);
    }

    private static Duration until(ZonedDateTime moment) {
        return Duration.between(ZonedDateTime.now(ZONE), moment);
    }

    /** Starts the website by each of these clocks in turn. */
    private static void one(Scene scene, List<Duration> clocks, List<String> settings, Tally tally)
            throws IOException, SQLException {
        Path home = scene.copyOfHome();
        Path data = Scene.data(home);
        Found found = Found.nothing();
        double slowest = 0;
        for (Duration clock : clocks) {
            LocalDate day = LocalDate.ofInstant(Instant.now().plus(clock), ZONE);
            List<String> words = new ArrayList<>(Website.words(settings));
            words.add("--spring.main.sources=" + ShiftedClock.class.getName());
            words.add("--" + ShiftedClock.SETTING + "=" + clock);
            long begin = System.nanoTime();
            try (Running running = scene.program().start(home, words)) {
                boolean done = Patience.until(Website.LONGEST_RECOVERY, () -> {
                    try (Connection database = TrialServer.connect(data, "koppelwerk")) {
                        return new Inspection(database).number("""
                                        select count(*) from run where status = 'PUBLISHED' and reconciled_at is not null
                                           and day = '%s'
                                        """.formatted(day)) > 0;
                    }
                });
                slowest = Math.max(slowest, Patience.seconds(begin));
                if (!done) {
                    found.stuck().add("no night of " + day + ": " + Scene.lastLines(running.text(), 3));
                }
                inspect(data, found);
            }
        }
        scene.check(home, found);
        tally.add("clock off by " + clocks, found, slowest);
        scene.clear(home);
    }

    private static void inspect(Path data, Found found) throws SQLException {
        try (Connection database = TrialServer.connect(data, "koppelwerk")) {
            Found all = new Inspection(database).everything();
            found.lost().addAll(all.lost());
            found.doubled().addAll(all.doubled());
            found.stuck().addAll(all.stuck());
        }
    }
}
