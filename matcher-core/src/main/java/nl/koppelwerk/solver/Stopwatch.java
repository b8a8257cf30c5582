package nl.koppelwerk.solver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The time that is left, and whether anything had to end because there was none. */
final class Stopwatch {

    private final Clock clock;
    private final Instant start;
    private final Instant deadline;
    private final Instant half;
    private final AtomicBoolean wasNeeded = new AtomicBoolean();

    Stopwatch(Clock clock, Duration limit) {
        this.clock = clock;
        this.start = clock.instant();
        this.deadline = start.plus(limit);
        this.half = start.plus(limit.dividedBy(2));
    }

    /** Time to go, never negative; asking when there is none counts as having needed the clock. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.isPositive()) {
            return left;
        }
        wasNeeded.set(true);
        return Duration.ZERO;
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Whether more than half of all the time is gone, so that what only prepares has to end; counts as having needed the clock. */
    boolean isHalfOver() {
        boolean isHalfOver = clock.instant().isAfter(half);
        if (isHalfOver) {
            wasNeeded();
        }
        return isHalfOver;
    }

    /** Records that a search ended by the clock. */
    void wasNeeded() {
        wasNeeded.set(true);
    }

    boolean hasBeenNeeded() {
        return wasNeeded.get();
    }

    long nanos() {
        return Duration.between(start, clock.instant()).toNanos();
    }

    double seconds() {
        return nanos() / 1e9;
    }
}
