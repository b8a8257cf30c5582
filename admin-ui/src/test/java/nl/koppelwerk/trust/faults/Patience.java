package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what another process does, which can only be looked at. */
public final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Patience() {}

    /** Something that is so, or not yet. */
    @FunctionalInterface
    public interface Look {
        boolean isSo() throws SQLException, IOException;
    }

    /** Whether it became so in time. What cannot be looked at for the moment is not so. */
    public static boolean until(Duration most, Look look) {
        long end = System.nanoTime() + most.toNanos();
        do {
            if (looks(look)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        } while (System.nanoTime() < end);
        return looks(look);
    }

    private static boolean looks(Look look) {
        try {
            return look.isSo();
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    public static double seconds(long nanosSince) {
        return (System.nanoTime() - nanosSince) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    public static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
