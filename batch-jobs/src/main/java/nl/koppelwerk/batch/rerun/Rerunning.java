package nl.koppelwerk.batch.rerun;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import nl.koppelwerk.batch.nightly.LifeSign;
import nl.koppelwerk.batch.nightly.NightlyMatcher;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.solver.Hands;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches a night once more, on its stored snapshot and with its seed, while nobody waits. One at a time for an
 * organisation; what comes of it is kept beside the run and changes nothing.
 */
public final class Rerunning implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rerunning.class);

    private final AdvisoryLocks locks;
    private final RerunData data;
    private final NightlyMatcher matcher;
    private final Supplier<UUID> newIds;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("rerun-", 0).factory());

    Rerunning(AdvisoryLocks locks, RerunData data, NightlyMatcher matcher, Supplier<UUID> newIds) {
        this.locks = locks;
        this.data = data;
        this.matcher = matcher;
        this.newIds = newIds;
    }

    /** What came of a start. */
    public sealed interface Start {
        /** @param work completes, never with a failure, when the rerun has ended */
        record Started(UUID id, CompletableFuture<?> work) implements Start {}

        /** Another one of the organisation is under way; nothing was started. */
        record Busy() implements Start {}

        /** There is no such run, or it ended before its snapshot was kept. */
        record NoSnapshot() implements Start {}
    }

    public Start start(RerunOrder order) {
        Optional<Snapshot> snapshot = data.findSnapshot(order);
        if (snapshot.isEmpty()) {
            return new Start.NoSnapshot();
        }
        Optional<AdvisoryLocks.Held> lock =
                data.isUnderWay(order.organisation()) ? Optional.empty() : locks.tryTake(lock(order));
        return lock.<Start>map(held -> underLock(order, snapshot.get(), held)).orElseGet(Start.Busy::new);
    }

    private static String lock(RerunOrder order) {
        return "rerun " + order.organisation().value();
    }

    /** All of the work is done by the other thread: what the database shows to this one depends on who is signed in. */
    private Start underLock(RerunOrder order, Snapshot snapshot, AdvisoryLocks.Held held) {
        UUID id = newIds.get();
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> data.begin(order, id), threads);
        CompletableFuture<?> work = begun.thenRunAsync(
                        () -> data.finish(order, id, match(order, id, snapshot)), threads)
                .whenCompleteAsync((done, failure) -> end(order, id, held, failure), threads)
                .handle((done, failure) -> id);
        begun.join();
        return new Start.Started(id, work);
    }

    private void end(RerunOrder order, UUID id, AdvisoryLocks.Held held, @Nullable Throwable failure) {
        try (held) {
            if (failure != null) {
                fail(order, id, failure);
            }
        }
    }

    private Outcome match(RerunOrder order, UUID id, Snapshot snapshot) {
        Snapshot tried = order.draft()
                .map(draft -> snapshot.with(draft.programme(), draft.settings()))
                .orElse(snapshot);
        try (LifeSign watch = LifeSign.to(share -> data.report(order, id, share), (share, state) -> {})) {
            return matcher.match(tried, data.seed(order), watch, Hands.OWN);
        }
    }

    /** What a failure says may name a person, so only its kind is kept. */
    private void fail(RerunOrder order, UUID id, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String kind = cause.getClass().getSimpleName();
        log.warn("Rerun {} of run {} ended: {}", id, order.run().value(), kind);
        data.fail(order, id, kind);
    }

    /** Those under way are interrupted; the next start records that. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
