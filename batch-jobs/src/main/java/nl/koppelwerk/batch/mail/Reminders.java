package nl.koppelwerk.batch.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.view.PairingViews;
import nl.koppelwerk.data.view.PairingViews.Planned;
import nl.koppelwerk.domain.programme.OrganisationId;

/** Reminds family and volunteer the day before they meet, each once for each time that was agreed. */
public final class Reminders {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.of("nl"));

    private final OrganisationScope scope;
    private final Outbox outbox;
    private final PairingViews pairings;
    private final Clock clock;

    public Reminders(OrganisationScope scope, Outbox outbox, PairingViews pairings, Clock clock) {
        this.scope = scope;
        this.outbox = outbox;
        this.pairings = pairings;
        this.clock = clock;
    }

    /** Puts the reminders for tomorrow in the outbox; done again, it adds none. */
    public void make(OrganisationId organisation) {
        scope.inside(
                organisation,
                () -> pairings.introductions(LocalDate.now(clock).plusDays(1))
                        .forEach(planned -> planned.addresses()
                                .forEach(address -> outbox.add(organisation, reminder(planned, address)))));
    }

    private static Mail reminder(Planned planned, String address) {
        String name = "reminder " + planned.pairing().value() + " " + planned.changes() + " " + address;
        String day = DAY.format(planned.at());
        return Mail.of(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                address,
                Digests.text("reminder.subject", day),
                Digests.text("reminder.body", day, planned.at().toLocalTime().toString(), planned.place()));
    }
}
