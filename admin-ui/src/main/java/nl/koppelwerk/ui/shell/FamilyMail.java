package nl.koppelwerk.ui.shell;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.household.HouseholdKeys;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Mail to families, and to who brought them where the family agreed: in their own language, with a link to their page, and
 * without a name or an address of anybody. Inside the transaction of what it tells about.
 */
@Component
public class FamilyMail {
    private final HouseholdKeys keys;
    private final Outbox outbox;
    private final MessageSource messages;
    private final Around around;

    FamilyMail(HouseholdKeys keys, Outbox outbox, MessageSource messages, Around around) {
        this.keys = keys;
        this.outbox = outbox;
        this.messages = messages;
        this.around = around;
    }

    /** Where links lead, and whom to call. */
    @Component
    record Around(PublicAddress site, OpenOrganisations organisations) {
        String phone(OrganisationId organisation) {
            return organisations
                    .find(organisation)
                    .flatMap(OpenOrganisation::phone)
                    .orElse("");
        }
    }

    /** A new link, for who asked for it. */
    public void link(HouseholdKeys.Addressee to) {
        send(
                to,
                HouseholdKeys.Way.ASKED,
                Optional.empty(),
                to.household().referrer() ? "link.mail.referrer" : "link.mail.body",
                "own.mail.subject",
                "",
                Optional.empty());
    }

    /** The family is asked whether it wants to meet somebody. */
    public void asked(Pairing pairing) {
        keys.of(pairing.request()).forEach(to -> tell(to, "ask " + name(pairing), "asked", "", Optional.empty()));
    }

    /**
     * There is an appointment to meet.
     *
     * @param calendar the appointment, in the language of the family
     */
    public void introduction(Pairing pairing, LocalDateTime at, Function<Locale, String> calendar) {
        keys.of(pairing.request()).forEach(to -> {
            Locale language = Locale.of(to.language());
            tell(
                    to,
                    "introduction " + name(pairing),
                    "introduction",
                    new OwnChoices(language).moment(at),
                    Optional.of(calendar.apply(language)));
        });
    }

    private static String name(Pairing pairing) {
        return pairing.id().value() + " " + pairing.version();
    }

    private void tell(HouseholdKeys.Addressee to, String name, String what, String moment, Optional<String> calendar) {
        String text = to.household().referrer() ? "news.referrer" : "news." + what;
        UUID id = UUID.nameUUIDFromBytes(("family " + name + " " + to.email()).getBytes(StandardCharsets.UTF_8));
        send(
                to,
                HouseholdKeys.Way.NEWS,
                Optional.of(id),
                text + ".body",
                "signup." + text + ".subject",
                moment,
                to.household().referrer() ? Optional.empty() : calendar);
    }

    private void send(
            HouseholdKeys.Addressee to,
            HouseholdKeys.Way way,
            Optional<UUID> id,
            String body,
            String subject,
            String moment,
            Optional<String> calendar) {
        Locale language = Locale.of(to.language());
        OrganisationId organisation = to.household().organisation();
        String key = keys.make(to.household(), way);
        Object[] said = {
            around.site().of("/help/standing?language=" + to.language() + "&key=" + key),
            around.phone(organisation),
            moment
        };
        outbox.add(
                organisation,
                new Mail(
                        id.orElseGet(() -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))),
                        to.email(),
                        messages.getMessage(subject, said, language),
                        messages.getMessage("signup." + body, said, language),
                        calendar));
    }
}
