package nl.koppelwerk.trust.faults;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much is tried.
 *
 * @param tries random instants
 * @param points of a job at most, spread over it; every one when it has no more
 * @param seed chooses the instants
 * @param most time for one fault
 */
record Budget(int tries, int points, long seed, Duration most) {
    /** The same with so many points at most. */
    Budget withPoints(int most) {
        return new Budget(tries, Math.min(points, most), seed, this.most);
    }

    Random random() {
        return new Random(seed);
    }

    /** The points of so many that are tried, from 1. */
    IntStream chosen(int all) {
        int many = Math.min(all, points);
        return IntStream.range(0, many).map(number -> 1 + (int) ((long) number * all / many));
    }

    /** A clock for one fault, started now. */
    Remaining start() {
        long end = System.nanoTime() + most.toNanos();
        return () -> System.nanoTime() < end;
    }

    /** Whether there is time for another try. */
    @FunctionalInterface
    interface Remaining {
        boolean time();
    }
}
