package nl.koppelwerk.ui.pairing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.answering.AskLinks;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.ui.shell.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the question to the volunteer by mail, in the language of the own page. Nothing of the family stands in it. */
@Component
class AskMail {
    private final AskLinks links;
    private final Outbox outbox;
    private final MessageSource messages;
    private final PublicAddress site;

    AskMail(AskLinks links, Outbox outbox, MessageSource messages, PublicAddress site) {
        this.links = links;
        this.outbox = outbox;
        this.messages = messages;
        this.site = site;
    }

    /** Inside the transaction that asks; no mail where nobody knows an address. */
    void send(Pairing asked) {
        links.make(asked).ifPresent(made -> {
            Locale language = Locale.of(made.language());
            Object[] said = {
                site.of("/own/answer?language=" + made.language() + "&question=" + made.secret()),
                AskLinks.VALID.toDays()
            };
            String name = "ask " + asked.id().value() + " " + asked.version();
            outbox.add(
                    asked.organisation(),
                    Mail.of(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            made.email(),
                            messages.getMessage("own.asked.mail.subject", said, language),
                            messages.getMessage("own.asked.mail.body", said, language)));
        });
    }
}
