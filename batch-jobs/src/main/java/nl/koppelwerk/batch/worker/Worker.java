package nl.koppelwerk.batch.worker;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.koppelwerk.data.work.WorkerDesk;
import nl.koppelwerk.data.work.WorkerDesk.Claimed;
import nl.koppelwerk.solver.PieceAnswer;
import nl.koppelwerk.solver.PieceFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A process that plans pieces for the runs of others, as long as it is of the same version as they are. */
public final class Worker {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    private final WorkerDesk desk;
    private final Name name;
    private final Clock clock;
    private final Listener listener;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    public Worker(WorkerDesk desk, Name name, Clock clock, Listener listener) {
        this.desk = desk;
        this.name = name;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * What a worker says of itself.
     *
     * @param place its computer and process
     * @param threads pieces at the same time
     */
    public record Name(String place, String version, int threads) {}

    /** Told what a worker does; from several threads. */
    public interface Listener {
        /** It is known at the database, for the first time or again. */
        void ready();

        void planned(long run, int piece, double seconds);

        /** Somebody else has the piece by now, or nobody needs it. */
        void tooLate(long run, int piece);

        /** The database does not answer; it is tried again until it does. */
        void unreachable();
    }

    /**
     * Works until it is stopped.
     *
     * @return the version of the software that keeps the database, when that is another: then this one does nothing
     */
    public Optional<String> work() throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("work-", 0).factory());
        try {
            for (int i = 0; i < name.threads(); i++) {
                threads.execute(this::planPieces);
            }
            return attend();
        } finally {
            stop();
            threads.shutdownNow();
        }
    }

    /** Ends {@link #work} soon. */
    public void stop() {
        stopped.countDown();
    }

    /** Shows that it lives, and rings when there is work. */
    private Optional<String> attend() throws InterruptedException {
        boolean reached = false;
        while (stopped.getCount() > 0) {
            rethrow(broken.get());
            try {
                Optional<String> other = desk.announce(name.place(), name.version(), name.threads())
                        .filter(version -> !version.equals(name.version()));
                if (other.isPresent()) {
                    return other;
                }
                if (!reached) {
                    reached = true;
                    listener.ready();
                    ring();
                }
                desk.awaitWork(SIGN_OF_LIFE);
                ring();
            } catch (DataAccessException e) {
                if (reached) {
                    log.warn("The database cannot be reached", e);
                    listener.unreachable();
                }
                reached = false;
                pause();
            }
        }
        return Optional.empty();
    }

    /** Once for each thread, and no more while all are busy. */
    private void ring() {
        if (bell.availablePermits() < name.threads()) {
            bell.release(name.threads());
        }
    }

    private void pause() throws InterruptedException {
        if (stopped.await(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("Stopped while waiting");
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException(failure);
        }
    }

    private void planPieces() {
        try {
            while (stopped.getCount() > 0) {
                bell.acquire();
                while (stopped.getCount() > 0 && planOne()) {
                    log.debug("Asking for another piece");
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            log.error("The worker cannot go on", failure);
            broken.set(failure);
        }
    }

    private boolean planOne() {
        try {
            Optional<Claimed> claimed = desk.claim();
            claimed.ifPresent(this::plan);
            return claimed.isPresent();
        } catch (DataAccessException e) {
            log.warn("The database cannot be reached", e);
            return false;
        }
    }

    private void plan(Claimed piece) {
        try (Lease lease = Lease.of(desk, piece)) {
            PieceAnswer answer =
                    PieceFormat.readTask(piece.task(), piece.left()).plan(lease.clock(clock));
            boolean taken = !lease.isLost() && desk.answer(piece, PieceFormat.write(answer), answer.seconds());
            if (taken) {
                listener.planned(piece.run(), piece.number(), answer.seconds());
            } else {
                listener.tooLate(piece.run(), piece.number());
            }
        } catch (DataAccessException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.warn("{} cannot be planned here", piece, e);
            desk.giveBack(piece, e.getClass().getName());
        }
    }
}
