package nl.koppelwerk.ui.own.kept;

import java.util.List;
import java.util.Locale;
import nl.koppelwerk.data.consent.Consenting;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.sharing.ConsentingToSharing;
import nl.koppelwerk.data.sharing.Shared;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where volunteers agree and take it back, with the eyes of that volunteer and nobody else's. */
@Component
public class ConsentDesk {
    private final Consenting consenting;
    private final ConsentingToSharing sharing;
    private final OpenOrganisations organisations;
    private final OwnScope scope;
    private final ApplicationEventPublisher events;

    ConsentDesk(
            Consenting consenting,
            ConsentingToSharing sharing,
            OpenOrganisations organisations,
            OwnScope scope,
            ApplicationEventPublisher events) {
        this.consenting = consenting;
        this.sharing = sharing;
        this.organisations = organisations;
        this.scope = scope;
        this.events = events;
    }

    public OwnConsent get(SignedInVolunteer reader, Locale locale) {
        return scope.inside(
                reader.self(),
                () -> new OwnConsent(consenting.find(Person.of(reader.volunteer())), organisations.name(), locale));
    }

    /** The other programmes that the volunteer can be proposed in, and what was said of each. */
    List<Shared> shared(SignedInVolunteer reader) {
        return scope.inside(reader.self(), () -> sharing.of(Person.of(reader.volunteer())));
    }

    /** Planned again at once, with or without that programme. */
    boolean share(SignedInVolunteer reader, ProgrammeId programme, boolean give, Locale locale) {
        return scope.inside(reader.self(), () -> {
            boolean said = give
                    ? sharing.give(reader.self(), programme, locale.getLanguage())
                    : sharing.withdraw(reader.self(), programme);
            if (said) {
                events.publishEvent(new VolunteerChanged(reader.organisation(), reader.volunteer()));
            }
            return said;
        });
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
