package nl.koppelwerk.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.koppelwerk.solver.Progress;

/**
 * How far a longer piece of work is. On a terminal one line that is written over; elsewhere (a log, a pipe) a plain line
 * for each stage and at most one every ten seconds within it.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 24;
    private static final Duration TERMINAL_PAUSE = Duration.ofMillis(100);
    private static final Duration PLAIN_PAUSE = Duration.ofSeconds(10);

    private final Console console;
    private final Clock clock;
    private String stage = "";
    private Instant last = Instant.MIN;
    private int written;

    public ProgressBar(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /**
     * @param newStage what is being done now, a few words
     * @param share 0 to 1
     * @param detail the figure of the moment, may be empty
     */
    public synchronized void show(String newStage, double share, String detail) {
        Instant now = clock.instant();
        boolean sameStage = newStage.equals(stage);
        Duration pause = console.terminal() ? TERMINAL_PAUSE : PLAIN_PAUSE;
        if (sameStage && share < 1 && now.isBefore(last.plus(pause))) {
            return;
        }
        if (sameStage && share >= 1 && !console.terminal()) {
            return;
        }
        stage = newStage;
        last = now;
        String line = line(share, detail);
        if (console.terminal()) {
            console.err().print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
            console.err().flush();
            written = line.length();
        } else {
            console.err().println(line);
        }
    }

    /** The same, with what a search says of itself: which part got further, its best plan so far, bound and gap. */
    public void show(String newStage, double share, Progress.State state) {
        String detail = console.texts()
                .get(
                        state.fitGap() > 1 ? "progress.begun" : "progress.search",
                        state.part() + 1,
                        state.parts(),
                        state.best().servedWeight(),
                        state.bound().servedWeight(),
                        state.gap(),
                        state.best().fit(),
                        state.bound().fit(),
                        state.fitGap());
        show(newStage, share, detail);
    }

    /** Leaves the last line standing and goes to a new one. */
    @Override
    public synchronized void close() {
        if (written > 0) {
            console.err().println();
            written = 0;
        }
    }

    private String line(double share, String detail) {
        int full = (int) Math.round(Math.clamp(share, 0.0, 1.0) * CELLS);
        return "[%s%s] %3.0f%%  %s%s"
                .formatted(
                        "█".repeat(full),
                        "·".repeat(CELLS - full),
                        Math.clamp(share, 0.0, 1.0) * 100,
                        stage,
                        detail.isEmpty() ? "" : " · " + detail);
    }
}
