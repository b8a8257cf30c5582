package nl.koppelwerk.ui.rights;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.consent.Consenting;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where coordinators write down what somebody said about the text, on the telephone or face to face. */
@Component
record ConsentNotes(
        OrganisationScope scope,
        Consenting consenting,
        OpenOrganisations organisations,
        ApplicationEventPublisher events) {
    /** Inside the organisation. */
    RightsView.Agreed find(Person person) {
        return new RightsView.Agreed(consenting.find(person), Consent.CURRENT, organisations.name());
    }

    /** Whether it was noted. */
    boolean given(Coordinator coordinator, Person person, Optional<LocalDate> on) {
        return scope.inside(
                coordinator.organisation(),
                () -> on.filter(day -> consenting.noteGiven(person, day, by(coordinator)))
                        .isPresent());
    }

    /** Whether there was something to withdraw; a volunteer is no longer planned with at once. */
    boolean withdrawn(Coordinator coordinator, Person person) {
        return scope.inside(coordinator.organisation(), () -> {
            boolean ended = consenting.noteWithdrawn(person, by(coordinator));
            if (ended && person.side() == Person.Side.VOLUNTEER) {
                events.publishEvent(new VolunteerChanged(coordinator.organisation(), new VolunteerId(person.id())));
            }
            return ended;
        });
    }

    private static By by(Coordinator coordinator) {
        return new By(coordinator.organisation(), coordinator.account());
    }
}
