package nl.koppelwerk.batch.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/**
 * Once every calendar day at a time on the wall clock. Where summer time skips that time, it is as much later as the clock
 * jumps; where the time comes twice, it is the first. A cron expression would miss the one and double the other.
 */
record DailyTrigger(LocalTime time, ZoneId zone) implements Trigger {

    @Override
    public Instant nextExecution(TriggerContext context) {
        Instant now = context.getClock().instant();
        Instant last = context.lastScheduledExecution();
        return nextAfter(last == null || now.isAfter(last) ? now : last);
    }

    /** The first of the daily instants that is later than this one. */
    Instant nextAfter(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone).minusDays(1);
        Instant next = on(day);
        while (!next.isAfter(instant)) {
            day = day.plusDays(1);
            next = on(day);
        }
        return next;
    }

    /** The last of the daily instants that is not later than this one. */
    Instant lastUpTo(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone).plusDays(1);
        Instant last = on(day);
        while (last.isAfter(instant)) {
            day = day.minusDays(1);
            last = on(day);
        }
        return last;
    }

    private Instant on(LocalDate day) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
