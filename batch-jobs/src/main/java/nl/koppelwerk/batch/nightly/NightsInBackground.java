package nl.koppelwerk.batch.nightly;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.domain.pairing.RunId;

/** Starts a night for somebody who does not wait for its end. */
public final class NightsInBackground implements AutoCloseable {
    private static final long SECONDS_TO_END = 5;

    private final NightlyRun nightly;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("night-", 0).factory());

    NightsInBackground(NightlyRun nightly) {
        this.nightly = nightly;
    }

    /** What came of a start. */
    public sealed interface Start {
        /** The run is under way. */
        record Started(RunId run) implements Start {}

        /** Another run of the organisation is; nothing was started. */
        record Busy() implements Start {}
    }

    /** Comes back as soon as the run has its number, or cannot be. */
    public Start start(NightOrder order) {
        CompletableFuture<Start> start = new CompletableFuture<>();
        CompletableFuture.supplyAsync(() -> nightly.run(order, new Announcing(start)), threads)
                .whenComplete((night, failure) -> {
                    if (failure != null) {
                        start.completeExceptionally(failure);
                    } else {
                        start.complete(start(night));
                    }
                });
        try {
            return start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Start start(Night night) {
        return switch (night) {
            case Night.Published(var run) -> new Start.Started(run);
            case Night.DoneAlready(var run) -> new Start.Started(run);
            case Night.Failed(var run, var failure) -> new Start.Started(run);
            case Night.Cancelled(var run) -> new Start.Started(run);
            case Night.Busy() -> new Start.Busy();
        };
    }

    private record Announcing(CompletableFuture<Start> start) implements NightProgress {
        @Override
        public void report(Stage stage, double share) {
            // whoever watches reads it from the database
        }

        @Override
        public void started(RunId run) {
            start.complete(new Start.Started(run));
        }
    }

    /** Runs under way are interrupted, and have a moment to say that they failed. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
