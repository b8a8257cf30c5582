package nl.koppelwerk.fit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.koppelwerk.domain.family.SupportRequest;

/**
 * What serving a request is worth on the first level: its urgency, growing with every day of waiting.
 *
 * <p>A normal request starts at 1,000, a raised one at 1,600, an urgent one at 2,500; each day of waiting adds 6, for five
 * years at most. So nobody waits forever: after 250 days a normal request outweighs an urgent one of today, and one that
 * has waited longest outweighs four urgent ones of today together.
 */
public final class RequestWeight {
    public static final int PER_DAY = 6;
    public static final int LONGEST_WAIT_DAYS = 5 * 365;

    private RequestWeight() {}

    public static long of(SupportRequest request, LocalDate day) {
        return basis(request) + PER_DAY * waitedDays(request, day);
    }

    /** Whole days of waiting as far as they count, 0 for a request of today or later. */
    public static long waitedDays(SupportRequest request, LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(request.waitingSince(), day), 0L, (long) LONGEST_WAIT_DAYS);
    }

    private static int basis(SupportRequest request) {
        return switch (request.urgency()) {
            case NORMAL -> 1000;
            case RAISED -> 1600;
            case HIGH -> 2500;
        };
    }
}
