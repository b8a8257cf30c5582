package nl.koppelwerk.batch.mail;

import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.OutgoingMails;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/**
 * Sends what waits. Each mail is claimed in one transaction, sent outside any, and marked in another: two senders never
 * take the same one, and one that a sender died over is shown to people, not sent again.
 */
public final class MailSending {
    private static final Logger log = LoggerFactory.getLogger(MailSending.class);

    private final OrganisationScope scope;
    private final OutgoingMails mails;
    private final MailServer server;

    public MailSending(OrganisationScope scope, OutgoingMails mails, MailServer server) {
        this.scope = scope;
        this.mails = mails;
        this.server = server;
    }

    /** Sends all that is due of an organisation; a mail that fails waits and does not hold up the next. */
    public int send(OrganisationId organisation) {
        int sent = 0;
        if (server.on()) {
            for (Optional<Mail> next = claim(organisation); next.isPresent(); next = claim(organisation)) {
                sent += send(organisation, next.get()) ? 1 : 0;
            }
        }
        return sent;
    }

    private Optional<Mail> claim(OrganisationId organisation) {
        return scope.inside(organisation, mails::claim);
    }

    private boolean send(OrganisationId organisation, Mail mail) {
        try {
            server.send(mail);
        } catch (MailException e) {
            log.warn("Mail {} was not sent: {}", mail.id(), e.getClass().getSimpleName());
            scope.inside(
                    organisation, () -> mails.failed(mail.id(), e.getClass().getSimpleName()));
            return false;
        }
        scope.inside(organisation, () -> mails.sent(mail.id()));
        return true;
    }
}
