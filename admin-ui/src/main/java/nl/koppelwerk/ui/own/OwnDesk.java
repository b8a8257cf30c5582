package nl.koppelwerk.ui.own;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.answering.OwnCalendars;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.own.Answer;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.own.Said;
import nl.koppelwerk.data.own.Sent;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where volunteers' pages are opened and kept: inside their organisation, seeing only themselves. */
@Component
class OwnDesk {
    private final OrganisationScope scope;
    private final OwnPages pages;
    private final OwnCalendars calendars;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OwnDesk(
            OrganisationScope scope,
            OwnPages pages,
            OwnCalendars calendars,
            Audit audit,
            ApplicationEventPublisher events) {
        this.scope = scope;
        this.pages = pages;
        this.calendars = calendars;
        this.audit = audit;
        this.events = events;
    }

    Said get(SignedInVolunteer reader) {
        return inside(reader, () -> pages.find(reader.volunteer()).orElseThrow(UnknownPage::new));
    }

    /** Whether a calendar can read the own appointments. */
    boolean hasCalendar(SignedInVolunteer reader) {
        return inside(reader, () -> calendars.madeAt(reader.self()).isPresent());
    }

    Answer keep(SignedInVolunteer reader, Sent sent) {
        return inside(reader, () -> {
            Answer answer = pages.keep(reader.volunteer(), sent);
            if (answer instanceof Answer.Kept) {
                events.publishEvent(new VolunteerChanged(reader.organisation(), reader.volunteer()));
            }
            return answer;
        });
    }

    /** Nothing has changed; planned with at once, as the volunteer may not have counted until now. */
    void confirm(OwnVolunteer volunteer) {
        if (pages.confirm(volunteer.volunteer())) {
            events.publishEvent(new VolunteerChanged(volunteer.organisation(), volunteer.volunteer()));
        }
    }

    void confirm(SignedInVolunteer reader) {
        inside(reader, () -> {
            confirm(reader.self());
            return reader;
        });
    }

    /** Somebody came in; mail goes in the language that was chosen on the way. */
    void entered(OwnVolunteer volunteer, String how, Locale language) {
        scope.inside(volunteer.organisation(), () -> {
            pages.speak(volunteer.volunteer(), language.getLanguage());
            audit.add(
                    volunteer.organisation(),
                    new AuditEntry(
                            Optional.empty(),
                            AuditEntry.Action.SIGNED_IN,
                            AuditEntry.Subject.VOLUNTEER,
                            volunteer.volunteer().value().toString(),
                            Map.of("how", how)));
        });
    }

    private <T> T inside(SignedInVolunteer reader, Supplier<T> work) {
        return scope.inside(reader.organisation(), work);
    }
}
