package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.TrialServer;

/**
 * The website on a small file system in memory, which is filled while it runs. A run that is asked for then must not leave
 * anything in part; once there is room again it works, without a hand. The file system is mounted in a name space of the
 * application alone ({@code unshare -rm}), which Linux allows without being root on most machines.
 */
final class DiskFull implements Fault {
    private static final Duration LONGEST = Website.LONGEST_RECOVERY;
    private static final int MOST = 20;
    private static final int MEGABYTES = 190;
    private static final int BLOCK = 8192;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException {
        Tally tally = scene.tally("disk full while a night is asked for");
        Budget.Remaining remaining = budget.start();
        Path home = scene.copyOfHome();
        Path master = Files.move(Scene.data(home), home.resolve("master"));
        Files.createDirectories(Scene.data(home));
        String script = "mount -t tmpfs -o size=" + MEGABYTES + "m koppelwerk " + Scene.data(home) + " && cp -a "
                + master + "/. " + Scene.data(home) + " && exec \"$@\"";
        try (Running running = scene.program()
                .under(List.of("unshare", "-rm", "sh", "-c", script, "sh"), home, Website.words(List.of()))) {
            Optional<Integer> port = Website.up(running);
            if (port.isEmpty()) {
                tally.remark("not tried, no small file system can be mounted: " + Scene.lastLines(running.text(), 2));
                return List.of(tally);
            }
            Path data = Path.of("/proc/" + running.process().pid() + "/root" + Scene.data(home));
            Website.Coordinator coordinator = new Website.Coordinator(port.get(), 1);
            if (Website.untilQuiet(System.nanoTime(), () -> TrialServer.connect(data, "koppelwerk"))
                    .isEmpty()) {
                throw new IllegalStateException("undisturbed it does not end: " + running.text());
            }
            coordinator.signIn();
            for (int number = 0; number < Math.min(MOST, budget.tries()) && remaining.time(); number++) {
                one(scene, data, coordinator, (long) number * number * BLOCK, tally);
            }
        }
        scene.clear(home);
        return List.of(tally);
    }

    /** @param room in bytes that are left on the disk */
    private static void one(Scene scene, Path data, Website.Coordinator coordinator, long room, Tally tally)
            throws IOException, SQLException {
        Website.Opening opening = () -> TrialServer.connect(data, "koppelwerk");
        long before = published(opening);
        Path filler = data.resolve("filler");
        fill(filler, room);
        ask(coordinator);
        Patience.until(Duration.ofSeconds(15), () -> published(opening) > before);
        Found found = Found.nothing();
        Files.delete(filler);
        long begin = System.nanoTime();
        boolean back = Patience.until(LONGEST, () -> {
            if (!same(scene, opening)) {
                found.lost().add("proposals while the disk was full");
            }
            return true;
        });
        long now = back ? published(opening) : before;
        boolean again = back
                && Patience.until(LONGEST, () -> {
                    ask(coordinator);
                    return Patience.until(Duration.ofSeconds(20), () -> published(opening) > now);
                });
        double seconds = Patience.seconds(begin);
        if (!again) {
            found.stuck().add("no run once there was room again");
        } else {
            inspect(scene, opening, found);
        }
        tally.add(room + " bytes left", found, seconds);
    }

    private static void inspect(Scene scene, Website.Opening opening, Found found) throws IOException, SQLException {
        try (Connection database = opening.open()) {
            Found all = new Inspection(database).everything();
            all.doubled().removeIf(text -> text.startsWith("a night that is due once"));
            found.lost().addAll(all.lost());
            found.doubled().addAll(all.doubled());
            found.stuck().addAll(all.stuck());
        }
        if (!same(scene, opening)) {
            found.lost().add("proposals afterwards");
        }
    }

    private static boolean same(Scene scene, Website.Opening opening) throws IOException, SQLException {
        try (Connection database = opening.open()) {
            return new Inspection(database).standing().equals(scene.tonight());
        }
    }

    private static long published(Website.Opening opening) throws IOException, SQLException {
        try (Connection database = opening.open()) {
            return new Inspection(database)
                    .number("select count(*) from run where status = 'PUBLISHED' and reconciled_at is not null");
        }
    }

    private static void ask(Website.Coordinator coordinator) {
        try {
            coordinator.startRun();
        } catch (UncheckedIOException | IllegalStateException e) {
            // no page for the moment
        }
    }

    /** Until nothing more goes in, then gives some room back. */
    private static void fill(Path filler, long room) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // full
        }
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - room));
        }
    }
}
