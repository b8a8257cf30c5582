package nl.koppelwerk.batch.nightly;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoublePredicate;
import nl.koppelwerk.solver.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes twice a second how far a search is, and hears then whether it is to stop. The search itself does neither: it
 * reports thousands of times a second, or for minutes not at all.
 */
public final class LifeSign implements Watch, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LifeSign.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final DoublePredicate desk;
    private final Listener listener;
    private final ScheduledExecutorService timer;
    private volatile double share;
    private volatile boolean stopped;

    private LifeSign(DoublePredicate desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("life-sign").factory());
    }

    /**
     * @param desk is told the share that is done; true: stop
     * @param listener is told each step at once
     */
    public static LifeSign to(DoublePredicate desk, Listener listener) {
        LifeSign sign = new LifeSign(desk, listener);
        sign.timer.scheduleWithFixedDelay(sign::tell, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return sign;
    }

    /** A database that cannot be reached for a moment must not end a search. */
    private void tell() {
        try {
            stopped |= desk.test(share);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The sign of life was not written", e);
        }
    }

    @Override
    public void report(double done, Progress.State state) {
        share = done;
        listener.hear(done, state);
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
