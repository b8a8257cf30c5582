package nl.koppelwerk.batch.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Matches every organisation, one after the other. With several applications on one database the first does the work;
 * the others find it busy or done.
 */
final class MatchingEveryNight implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(MatchingEveryNight.class);

    private final Organisations organisations;
    private final NightlyRun nightly;
    private final DailyTrigger trigger;
    private final Clock clock;

    MatchingEveryNight(Organisations organisations, NightlyRun nightly, DailyTrigger trigger, Clock clock) {
        this.organisations = organisations;
        this.nightly = nightly;
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public void run() {
        lastNight().run();
    }

    /** The last night that was due, of the organisations there are now; to be run later. Done already, it does nothing. */
    Runnable lastNight() {
        Instant due = trigger.lastUpTo(clock.instant());
        LocalDate day = LocalDate.ofInstant(due, trigger.zone());
        List<Organisation> all = organisations.list();
        return () -> all.forEach(organisation -> match(organisation, day, due));
    }

    /** One organisation whose rows cannot be read must not keep the others from their night. */
    private void match(Organisation organisation, LocalDate day, Instant due) {
        try {
            NightOrder order = NightOrder.on(day, organisation.id()).unlessPublishedSince(due);
            Night night = nightly.run(order, NightProgress.NONE);
            log.info(
                    "Night of {} for organisation {}: {}",
                    day,
                    organisation.id().value(),
                    night);
        } catch (DataAccessException e) {
            log.error(
                    "Night of {} for organisation {} failed",
                    day,
                    organisation.id().value(),
                    e);
        }
    }
}
