package nl.koppelwerk.ui.own;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.own.OwnLinks;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.signin.FailedAttempts;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.ui.shell.PublicAddress;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Mails a link to a volunteer. Whose address it is, is looked up aside, so that neither the answer nor its time tells it.
 * Counted is an address together with the network that asks, so that nobody can keep its owner from asking elsewhere; what
 * guards a mailbox against very many networks lets through who came in with the same browser before.
 */
@Component
class WayIn {
    private static final int FREE = 5;
    private static final int FREE_OF_A_NETWORK = 100;
    private static final int FREE_OF_AN_ADDRESS = 30;
    private static final int ID_BYTES = 16;

    private final OwnLinks links;
    private final FailedAttempts asked;
    private final Post post;
    private final TaskExecutor aside;

    WayIn(OwnLinks links, FailedAttempts asked, Post post, @Qualifier("applicationTaskExecutor") TaskExecutor aside) {
        this.links = links;
        this.asked = asked;
        this.post = post;
        this.aside = aside;
    }

    /**
     * Sends a link to each volunteer with this address.
     *
     * @return empty: done, whether or not somebody has the address; else how long to wait
     */
    Optional<Duration> ask(String email, String browser, String network, Locale language) {
        String address = Account.address(email);
        Optional<Duration> wait = asked.admit("own network " + network, FREE_OF_A_NETWORK)
                .or(() -> asked.admit("own address " + address + " from " + network, FREE));
        if (wait.isEmpty()) {
            aside.execute(() -> send(address, browser, language));
        }
        return wait;
    }

    private void send(String address, String browser, Locale language) {
        boolean quiet =
                asked.admit("own address " + address, FREE_OF_AN_ADDRESS).isEmpty();
        for (OwnVolunteer volunteer : links.of(address)) {
            post.scope().inside(volunteer.organisation(), () -> {
                if (quiet || links.knows(volunteer, browser)) {
                    post.send(volunteer, address, links.make(volunteer, browser), language);
                }
            });
        }
    }

    /** What it takes to write the mail. */
    @Component
    record Post(OrganisationScope scope, Outbox outbox, Secrets secrets, MessageSource messages, PublicAddress site) {
        void send(OwnVolunteer volunteer, String address, OwnLinks.Made made, Locale language) {
            String code = made.code().substring(0, 4) + " " + made.code().substring(4);
            Object[] said = {
                site.of("/own/enter?language=" + language.getLanguage() + "#" + made.link()),
                code,
                OwnLinks.VALID.toMinutes()
            };
            outbox.add(
                    volunteer.organisation(),
                    Mail.of(
                            UUID.nameUUIDFromBytes(secrets.bytes(ID_BYTES)),
                            address,
                            messages.getMessage("own.mail.subject", said, language),
                            messages.getMessage("own.mail.body", said, language)));
        }
    }
}
