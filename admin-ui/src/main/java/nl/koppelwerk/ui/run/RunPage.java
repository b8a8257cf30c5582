package nl.koppelwerk.ui.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.data.view.RunDetail;
import nl.koppelwerk.data.view.RunReport;
import nl.koppelwerk.data.view.RunReports.Named;
import nl.koppelwerk.data.view.RunView;

/**
 * The page of a run.
 *
 * @param report once published
 * @param worst the request without a proposal that waits longest, when the reader may see it
 */
record RunPage(RunDetail detail, Optional<RunReport> report, Optional<Named> worst, List<Rerun> replays, Instant now) {
    /** A living run tells of itself twice a second. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    RunPage {
        replays = List.copyOf(replays);
    }

    public RunView run() {
        return detail.run();
    }

    public boolean isRunning() {
        return run().status() == RunView.Status.RUNNING;
    }

    public boolean isPublished() {
        return run().status() == RunView.Status.PUBLISHED;
    }

    /** Its process has died, or its machine is off. */
    public boolean isSilent() {
        return isRunning() && detail.seen().orElse(run().startedAt()).isBefore(now.minus(SILENT));
    }

    /** Of the whole run, 0 to 100. */
    public int percent() {
        return (int) Math.round(
                detail.stage().map(stage -> stage.ofWhole(detail.share())).orElse(0.0) * 100);
    }

    /** Key of the sentence on what it is doing. */
    public String doing() {
        return detail.stopping()
                ? "run.stopping"
                : "run.stage." + detail.stage().orElse(Stage.SNAPSHOT);
    }

    /** Key of the sentence on what failed. */
    public String failed() {
        String failure = run().failure().orElse("").toLowerCase(Locale.ROOT);
        if (failure.equals("overtaken") || failure.contains("interrupted")) {
            return "run.failed.interrupted";
        }
        String step = failure.split(":", 2)[0];
        return List.of("snapshot", "match", "publish", "reconcile").contains(step)
                ? "run.failed." + step
                : "run.failed.other";
    }

    /** The command that does the same at the command line. */
    public String command() {
        return "./koppelwerk replay " + run().number();
    }
}
