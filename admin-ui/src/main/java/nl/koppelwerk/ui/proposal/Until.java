package nl.koppelwerk.ui.proposal;

import java.time.LocalDate;
import java.util.Optional;

/** How long a pair declined for a passing reason is left alone, as coordinators choose it. */
enum Until {
    FOUR_WEEKS,
    THREE_MONTHS,
    DAY;

    private static final int WEEKS = 4;
    private static final int MONTHS = 3;

    /** @param chosen by the coordinator; without it the usual time holds */
    Optional<LocalDate> from(LocalDate today, Optional<LocalDate> chosen) {
        return switch (this) {
            case FOUR_WEEKS -> Optional.of(today.plusWeeks(WEEKS));
            case THREE_MONTHS -> Optional.of(today.plusMonths(MONTHS));
            case DAY -> chosen;
        };
    }
}
