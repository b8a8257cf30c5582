package nl.koppelwerk.batch.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Matches every organisation, one after the other. With several applications on one database the first does the work;
 * the others find it busy or done.
 */
final class MatchingEveryNight implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(MatchingEveryNight.class);

    /** After that it waits for the next night: what fails so often needs a person. */
    private static final int TRIES = 3;

    private final Organisations organisations;
    private final NightlyRun nightly;
    private final DailyTrigger trigger;
    private final Clock clock;
    private final AtomicReference<Unfinished> unfinished = new AtomicReference<>(Unfinished.NOTHING);

    MatchingEveryNight(Organisations organisations, NightlyRun nightly, DailyTrigger trigger, Clock clock) {
        this.organisations = organisations;
        this.nightly = nightly;
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public void run() {
        matchAll(trigger.lastUpTo(clock.instant()));
    }

    /** The last night that was due when this was asked for; to be run later. Done already, it does nothing. */
    Runnable lastNight() {
        Instant due = trigger.lastUpTo(clock.instant());
        return () -> matchAll(due);
    }

    /** Tries once more what did not come to its end, a few times; a database that was away is back by then. */
    void again() {
        Unfinished left = unfinished.get();
        if (left.tries() > 0) {
            log.info("The night that was due at {} is tried again", left.due());
            unfinished.set(matched(left.due()) ? Unfinished.NOTHING : new Unfinished(left.due(), left.tries() - 1));
        }
    }

    private void matchAll(Instant due) {
        unfinished.set(matched(due) ? Unfinished.NOTHING : new Unfinished(due, TRIES));
    }

    /** Whether every organisation has its night, or somebody else is at it. */
    private boolean matched(Instant due) {
        try {
            return organisations.list().stream()
                    .map(organisation -> match(organisation, due))
                    .reduce(true, Boolean::logicalAnd);
        } catch (DataAccessException | TransactionException e) {
            log.error("No organisation was matched", e);
            return false;
        }
    }

    /** One organisation whose rows cannot be read must not keep the others from their night. */
    private boolean match(Organisation organisation, Instant due) {
        LocalDate day = LocalDate.ofInstant(due, trigger.zone());
        try {
            NightOrder order = NightOrder.on(day, organisation.id()).unlessPublishedSince(due);
            Night night = nightly.run(order, NightProgress.NONE);
            log.info(
                    "Night of {} for organisation {}: {}",
                    day,
                    organisation.id().value(),
                    night);
            return !(night instanceof Night.Failed);
        } catch (DataAccessException | TransactionException e) {
            log.error(
                    "Night of {} for organisation {} failed",
                    day,
                    organisation.id().value(),
                    e);
            return false;
        }
    }

    /** A night of which something is left to do, and how often that is still tried. */
    private record Unfinished(Instant due, int tries) {
        private static final Unfinished NOTHING = new Unfinished(Instant.EPOCH, 0);
    }
}
