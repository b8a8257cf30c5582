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
    private final AtomicBoolean wasNeeded = new AtomicBoolean();

    Stopwatch(Clock clock, Duration limit) {
        this.clock = clock;
        this.start = clock.instant();
        this.deadline = start.plus(limit);
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

    /** As {@link #left}, without counting as having needed the clock. */
    Duration toGo() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** Whether more than so much of all the time is gone, so that something else has its turn; counts as having needed the clock. */
    boolean isOver(int percent) {
        Duration share = Duration.between(start, deadline).multipliedBy(percent).dividedBy(100);
        boolean isOver = clock.instant().isAfter(start.plus(share));
        if (isOver) {
            wasNeeded();
        }
        return isOver;
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
