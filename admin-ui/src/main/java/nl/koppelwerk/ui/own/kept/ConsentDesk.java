package nl.koppelwerk.ui.own.kept;

import java.util.Locale;
import nl.koppelwerk.data.consent.Consenting;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where volunteers agree and take it back, with the eyes of that volunteer and nobody else's. */
@Component
public class ConsentDesk {
    private final Consenting consenting;
    private final OpenOrganisations organisations;
    private final OwnScope scope;
    private final ApplicationEventPublisher events;

    ConsentDesk(
            Consenting consenting, OpenOrganisations organisations, OwnScope scope, ApplicationEventPublisher events) {
        this.consenting = consenting;
        this.organisations = organisations;
        this.scope = scope;
        this.events = events;
    }

    public OwnConsent get(SignedInVolunteer reader, Locale locale) {
        return scope.inside(
                reader.self(),
                () -> new OwnConsent(consenting.find(Person.of(reader.volunteer())), organisations.name(), locale));
    }

    void give(SignedInVolunteer reader, Locale locale) {
        scope.inside(reader.self(), () -> {
            consenting.give(reader.self(), locale.getLanguage());
            return reader;
        });
    }

    /** Planned again at once, without this volunteer. */
    void withdraw(SignedInVolunteer reader) {
        scope.inside(reader.self(), () -> {
            consenting.withdraw(reader.self());
            events.publishEvent(new VolunteerChanged(reader.organisation(), reader.volunteer()));
            return reader;
        });
    }
}
