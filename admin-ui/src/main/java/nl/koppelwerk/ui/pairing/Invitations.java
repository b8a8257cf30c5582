package nl.koppelwerk.ui.pairing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.mail.Appointment;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.pairing.life.Introduction;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.FamilyMail;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The introduction as an appointment for calendars, to take along or by mail. Names nobody. */
@Component
class Invitations {
    private final Outbox outbox;
    private final FamilyMail families;
    private final MessageSource messages;
    private final Clock clock;

    Invitations(Outbox outbox, FamilyMail families, MessageSource messages, Clock clock) {
        this.outbox = outbox;
        this.families = families;
        this.messages = messages;
        this.clock = clock;
    }

    /** The appointment as a file; empty while there is no date. */
    Optional<String> calendar(PairingPage page, Words words) {
        return page.introduction().map(introduction -> calendar(page.life(), introduction, words));
    }

    private String calendar(Life life, Introduction introduction, Words words) {
        return new Appointment(
                        life.pairing().id().value(),
                        introduction.changes(),
                        introduction.at(),
                        words.say("pairing.mail.summary"),
                        introduction.place(),
                        clock.instant())
                .toText();
    }

    /** To the coordinator, and to both sides as far as their addresses are known; inside the transaction of the change. */
    void send(PairingPage before, Life life, Coordinator coordinator, Words words) {
        Introduction introduction = life.meeting().introduction().orElseThrow();
        String appointment = calendar(life, introduction, words);
        String day = words.date(introduction.at().toLocalDate());
        String time = introduction.at().toLocalTime().toString();
        send(
                coordinator,
                life,
                coordinator.getUsername(),
                words.say(
                        "pairing.mail.coordinator",
                        day,
                        time,
                        introduction.place(),
                        before.pairing().family().reference()),
                appointment,
                words);
        families.introduction(life.pairing(), introduction.at(), language -> ofFamily(life, introduction, language));
        before.pairing()
                .volunteer()
                .email()
                .ifPresent(address -> send(
                        coordinator,
                        life,
                        address,
                        words.say("pairing.mail.volunteer", day, time, introduction.place()),
                        appointment,
                        words));
    }

    private void send(
            Coordinator coordinator, Life life, String address, String body, String appointment, Words words) {
        int changes = life.meeting().introduction().orElseThrow().changes();
        UUID id = UUID.nameUUIDFromBytes(("introduction " + life.pairing().id().value() + " " + changes + " "
                        + life.pairing().version() + " " + address)
                .getBytes(StandardCharsets.UTF_8));
        outbox.add(
                coordinator.organisation(),
                new Mail(id, address, words.say("pairing.mail.subject"), body, Optional.of(appointment)));
    }

    /** Where is told by telephone: it may be at the volunteer's home. */
    private String ofFamily(Life life, Introduction introduction, Locale language) {
        return new Appointment(
                        life.pairing().id().value(),
                        introduction.changes(),
                        introduction.at(),
                        messages.getMessage("signup.news.event", null, language),
                        messages.getMessage("own.calendar.event.where", null, language),
                        clock.instant())
                .toText();
    }
}
