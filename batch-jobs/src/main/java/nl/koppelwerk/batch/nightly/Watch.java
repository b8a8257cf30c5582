package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CancellationException;
import nl.koppelwerk.solver.Progress;

/** Whoever looks after a search while it runs; may be called from several threads at once. */
public interface Watch {
    /** Far beyond the time limit of any search. */
    Duration TIME_UP = Duration.ofDays(365);

    /**
     * @param share of the search that is done, 0 to 1
     * @param state the part that just got further
     */
    void report(double share, Progress.State state);

    /** Whether the search is to stop: nobody wants its answer any more. */
    boolean stopped();

    /** Hears how far a search is, of which part, best, bound and gap last. */
    @FunctionalInterface
    interface Listener {
        void hear(double share, Progress.State state);
    }

    /** Nobody who could stop it. */
    static Watch telling(Listener listener) {
        return new Watch() {
            @Override
            public void report(double share, Progress.State state) {
                listener.hear(share, state);
            }

            @Override
            public boolean stopped() {
                return false;
            }
        };
    }

    /** A clock by which the time of a stopped search is up, so that it ends wherever it minds its time limit. */
    default Clock clock(Clock real) {
        return new Clock() {
            @Override
            public Instant instant() {
                return stopped() ? real.instant().plus(TIME_UP) : real.instant();
            }

            @Override
            public ZoneId getZone() {
                return real.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Watch.this.clock(real.withZone(zone));
            }
        };
    }

    /** @throws CancellationException when the search is to stop */
    default void goOn() {
        if (stopped()) {
            throw new CancellationException("the search was stopped");
        }
    }
}
