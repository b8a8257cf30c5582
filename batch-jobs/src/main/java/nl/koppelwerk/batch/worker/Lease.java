package nl.koppelwerk.batch.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.data.work.WorkerDesk;
import nl.koppelwerk.data.work.WorkerDesk.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Keeps a piece from being given to somebody else while it is planned; lost, it ends the planning. */
final class Lease implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    private static final Duration TIME_UP = Duration.ofDays(365);
    private static final int RENEWALS = 4;

    private final WorkerDesk desk;
    private final Claimed piece;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease").factory());
    private volatile boolean lost;

    private Lease(WorkerDesk desk, Claimed piece) {
        this.desk = desk;
        this.piece = piece;
    }

    static Lease of(WorkerDesk desk, Claimed piece) {
        Lease lease = new Lease(desk, piece);
        long every = Math.max(1, piece.lease().toMillis() / RENEWALS);
        lease.timer.scheduleWithFixedDelay(lease::renew, every, every, TimeUnit.MILLISECONDS);
        return lease;
    }

    /** When the database cannot be reached, the piece may still be ours: whether it is, is seen when it is answered. */
    private void renew() {
        try {
            lost |= !desk.renew(piece);
        } catch (DataAccessException e) {
            log.warn("The lease of {} was not renewed", piece, e);
        }
    }

    boolean isLost() {
        return lost;
    }

    /** A clock by which the time is up as soon as the lease is lost: a search ends wherever it minds its time limit. */
    Clock clock(Clock real) {
        return new Clock() {
            @Override
            public Instant instant() {
                return lost ? real.instant().plus(TIME_UP) : real.instant();
            }

            @Override
            public ZoneId getZone() {
                return real.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Lease.this.clock(real.withZone(zone));
            }
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
