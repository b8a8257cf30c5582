package nl.koppelwerk.batch.rerun;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;

/** What a rerun reads and writes, each in a transaction of its own. */
record RerunData(OrganisationScope scope, Runs runs, Reruns reruns, Clock clock) {
    /** After as long without a sign of life its process is taken for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Optional<Snapshot> findSnapshot(RerunOrder order) {
        return scope.reading(
                order.organisation(), () -> runs.find(order.run()).flatMap(found -> runs.findSnapshot(found.id())));
    }

    long seed(RerunOrder order) {
        return scope.reading(order.organisation(), () -> runs.get(order.run())).seed();
    }

    boolean isUnderWay(OrganisationId organisation) {
        return scope.reading(organisation, reruns::findRunning)
                .filter(running -> running.seen().isAfter(clock.instant().minus(PATIENCE)))
                .isPresent();
    }

    void begin(RerunOrder order, UUID id) {
        scope.inside(
                order.organisation(),
                () -> reruns.start(order.organisation(), id, order.run(), order.account(), order.draft()));
    }

    boolean report(RerunOrder order, UUID id, double share) {
        return scope.inside(order.organisation(), () -> reruns.report(id, share));
    }

    void finish(RerunOrder order, UUID id, Outcome outcome) {
        scope.inside(order.organisation(), () -> reruns.finish(order.organisation(), id, outcome));
    }

    void fail(RerunOrder order, UUID id, String failure) {
        scope.inside(order.organisation(), () -> reruns.fail(id, failure));
    }
}
