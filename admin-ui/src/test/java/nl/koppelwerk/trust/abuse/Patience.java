package nl.koppelwerk.trust.abuse;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for somebody's work so long and no longer, on a thread with the stack that pages have. */
final class Patience implements AutoCloseable {
    private final ExecutorService worker =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final int seconds;

    Patience(int seconds) {
        this.seconds = seconds;
    }

    /** What it threw, memory and stack included; a work that goes on for longer threw {@link TimeoutException}. */
    Optional<Throwable> thrown(Callable<?> work) {
        Future<?> answer = worker.submit(work);
        try {
            answer.get(seconds, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
