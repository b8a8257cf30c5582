package nl.koppelwerk.ui.shell;

import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.data.signin.Secrets;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Mail with a link to choose a password; inside the transaction of what it tells about. */
@Component
public class AccountMail {
    private static final int ID_BYTES = 16;

    private final AccountLinks links;
    private final Outbox outbox;
    private final Secrets secrets;
    private final MessageSource messages;
    private final PublicAddress site;

    AccountMail(AccountLinks links, Outbox outbox, Secrets secrets, MessageSource messages, PublicAddress site) {
        this.links = links;
        this.outbox = outbox;
        this.secrets = secrets;
        this.messages = messages;
        this.site = site;
    }

    public void send(Account account, AccountLinks.Purpose purpose, Locale language) {
        String link = links.make(account.organisation(), account.id(), purpose);
        String key = "mail." + purpose;
        String body = messages.getMessage(
                key + ".body", new Object[] {account.name(), site.of("/welcome?link=" + link)}, language);
        outbox.add(
                account.organisation(),
                Mail.of(
                        UUID.nameUUIDFromBytes(secrets.bytes(ID_BYTES)),
                        account.email(),
                        messages.getMessage(key + ".subject", null, language),
                        body));
    }
}
