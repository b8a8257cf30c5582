package nl.koppelwerk.trust.faults;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the tries of one promise came to. */
final class Tally {
    private static final double LONGEST_RECOVERY_SECONDS = 60;
    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    private final String promise;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int tries;
    private int lost;
    private int doubled;
    private int stuck;
    private double slowest;
    private double loadThen;
    private Consumer<String> listener = line -> {};

    Tally(String promise) {
        this.promise = promise;
    }

    /** Tells of every try as soon as it is done, for whoever waits for hours. */
    Tally told(Consumer<String> to) {
        listener = to;
        return this;
    }

    /** Counts one try. */
    void add(String where, Found found, double recoverySeconds) {
        tries++;
        lost += found.lost().size();
        doubled += found.doubled().size();
        stuck += found.stuck().size();
        if (recoverySeconds > slowest) {
            slowest = recoverySeconds;
            loadThen = MACHINE.getSystemLoadAverage() / MACHINE.getAvailableProcessors();
        }
        found.all().forEach(problem -> problems.add(where + ": " + problem));
        String said = found.all().isEmpty() ? "" : " BROKEN " + String.join("; ", found.all());
        listener.accept(
                String.format(Locale.ROOT, "%s %d: %s, %.1f s%s", promise, tries, where, recoverySeconds, said));
    }

    /** Something that belongs in the report and is no breach. */
    void remark(String text) {
        remarks.add(text);
    }

    int tries() {
        return tries;
    }

    boolean held() {
        return exact() && slowest <= LONGEST_RECOVERY_SECONDS;
    }

    private boolean exact() {
        return tries > 0 && lost + doubled + stuck == 0;
    }

    static List<String> heading() {
        return List.of("promise", "tries", "lost", "doubled", "stuck", "slowest recovery", "");
    }

    List<String> row() {
        return List.of(
                promise,
                String.valueOf(tries),
                String.valueOf(lost),
                String.valueOf(doubled),
                String.valueOf(stuck),
                String.format(Locale.ROOT, "%.1f s", slowest),
                verdict());
    }

    /** What took long on a machine with more to do than it can is to be tried again when it is idle. */
    private String verdict() {
        if (tries == 0) {
            return "NOT TRIED";
        }
        if (!exact()) {
            return "BROKEN";
        }
        return held()
                ? "held"
                : String.format(Locale.ROOT, "SLOW (with %.0f tasks for each processor)", Math.max(1, loadThen));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
