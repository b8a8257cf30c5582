package nl.koppelwerk.ui.monitor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.report.Period;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see the monitor of.
 *
 * @param from the day as browsers write it; empty: it is none
 * @param programme empty: all
 */
record Asked(String from, String until, Optional<UUID> programme) {
    /** This year until today, when nothing is asked. */
    static Asked of(@Nullable String from, @Nullable String until, @Nullable UUID programme, LocalDate today) {
        return new Asked(
                from == null ? today.withDayOfYear(1).toString() : typed(from),
                until == null ? today.toString() : typed(until),
                Optional.ofNullable(programme));
    }

    /** What is no day cannot be in a field for days. */
    private static String typed(String text) {
        return day(text.strip()).isPresent() ? text.strip() : "";
    }

    /** Empty when these are no days, or the last comes before the first. */
    Optional<Period> period() {
        return day(from)
                .flatMap(first ->
                        day(until).filter(last -> !last.isBefore(first)).map(last -> new Period(first, last)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
