package nl.koppelwerk.batch.nightly;

import java.util.concurrent.CancellationException;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one run. Each asks the database what there is already: a run that was interrupted after it published is
 * only reconciled, because its proposals count as last night's by then and another search might move away from them.
 */
final class NightWork {
    private final NightData data;
    private final NightlyMatcher matcher;
    private final Run run;
    private final NightProgress progress;
    private @Nullable Outcome outcome;

    NightWork(NightData data, NightlyMatcher matcher, Run run, NightProgress progress) {
        this.data = data;
        this.matcher = matcher;
        this.run = run;
        this.progress = progress;
    }

    void snapshot() {
        if (published()) {
            return;
        }
        begin(Stage.SNAPSHOT);
        Snapshot snapshot = data.snapshots().read(run.organisation(), run.day());
        data.scope().inside(run.organisation(), () -> data.runs().keep(run, snapshot));
    }

    /** Decides on the snapshot as it was kept, so that a replay starts from exactly the same. */
    void match() {
        if (published()) {
            return;
        }
        begin(Stage.MATCH);
        Snapshot snapshot = data.scope()
                .reading(run.organisation(), () -> data.runs().findSnapshot(run.id()))
                .orElseThrow(() -> new IllegalStateException("run " + run.id().value() + " has no snapshot"));
        try (LifeSign watch = LifeSign.to(
                share -> data.progress().report(run, Stage.MATCH, share),
                (share, state) -> progress.searching(share, state))) {
            outcome = matcher.match(snapshot, run.seed(), watch, data.hands().apply(run));
        }
    }

    void publish() {
        if (published()) {
            return;
        }
        begin(Stage.PUBLISH);
        if (outcome == null) {
            throw new IllegalStateException("run " + run.id().value() + " has nothing to publish");
        }
        data.publishing().publish(run, outcome);
    }

    void reconcile() {
        begin(Stage.RECONCILE);
        data.reconciling().reconcile(run).ifPresent(difference -> {
            throw new ReconciliationException(run.id(), difference);
        });
        progress.report(Stage.RECONCILE, 1);
    }

    private void begin(Stage stage) {
        boolean cancelled = data.progress().report(run, stage, 0);
        progress.report(stage, 0);
        if (cancelled && stage != Stage.RECONCILE) {
            throw new CancellationException("run " + run.id().value() + " is cancelled");
        }
    }

    private boolean published() {
        return data.scope()
                        .reading(run.organisation(), () -> data.runs().get(run.id()))
                        .status()
                == Run.Status.PUBLISHED;
    }
}
