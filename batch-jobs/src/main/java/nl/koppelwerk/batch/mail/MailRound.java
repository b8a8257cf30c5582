package nl.koppelwerk.batch.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import nl.koppelwerk.batch.own.Freshness;
import nl.koppelwerk.batch.own.SignUps;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Everything about mail that is to be done at this moment, for every organisation. While mail is off, only the pauses that
 * volunteers chose end on their day, and what is needed nearby is counted.
 */
public final class MailRound implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(MailRound.class);

    private final Organisations organisations;
    private final Morning morning;
    private final MailSending sending;
    private final MailServer server;

    public MailRound(Organisations organisations, Morning morning, MailSending sending, MailServer server) {
        this.organisations = organisations;
        this.morning = morning;
        this.sending = sending;
        this.server = server;
    }

    /** What is done for the pages of volunteers and families themselves, also while mail is off. */
    public record OwnPages(Freshness freshness, SignUps signUps) {}

    /**
     * What is made once a day, from this time on. Made again after a restart, it is the same mail with the same id.
     *
     * @param made the day on which it was last made here, to spare the database
     */
    public record Morning(
            Digests digests,
            Reminders reminders,
            OwnPages own,
            OrganisationScope scope,
            AccountViews accounts,
            LocalTime from,
            Clock clock,
            Map<OrganisationId, LocalDate> made) {
        void make(OrganisationId organisation) {
            LocalDate today = LocalDate.now(clock);
            if (!LocalTime.now(clock).isBefore(from) && !today.equals(made.put(organisation, today))) {
                digests.make(
                        organisation,
                        scope.inside(organisation, accounts::list).stream()
                                .filter(Morning::follows)
                                .toList());
                reminders.make(organisation);
                own.freshness().ask(organisation);
            }
        }

        private static boolean follows(AccountView account) {
            return account.role() == Account.Role.COORDINATOR && account.state() == AccountView.State.ACTIVE;
        }
    }

    @Override
    public void run() {
        organisations.list().forEach(organisation -> mail(organisation.id()));
    }

    /** One organisation whose rows cannot be read must not keep the others from their mail. */
    private void mail(OrganisationId organisation) {
        try {
            morning.own().freshness().endPauses(organisation);
            morning.own().signUps().daily(organisation);
            if (server.on()) {
                morning.make(organisation);
            }
            int sent = sending.send(organisation);
            if (sent > 0) {
                log.info("Organisation {}: {} mails sent", organisation.value(), sent);
            }
        } catch (DataAccessException | TransactionException e) {
            log.error("Mail of organisation {} failed", organisation.value(), e);
        }
    }
}
