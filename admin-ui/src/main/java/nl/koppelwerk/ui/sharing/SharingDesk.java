package nl.koppelwerk.ui.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.sharing.ConsentingToSharing;
import nl.koppelwerk.data.sharing.Shared;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.RequestChanged;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where is written down what people said of other programmes, with a line in the audit log and a fresh plan after it. */
@Component
class SharingDesk {
    private final OrganisationScope scope;
    private final People people;
    private final ConsentingToSharing consenting;
    private final ApplicationEventPublisher events;

    SharingDesk(
            OrganisationScope scope, People people, ConsentingToSharing consenting, ApplicationEventPublisher events) {
        this.scope = scope;
        this.people = people;
        this.consenting = consenting;
        this.events = events;
    }

    /** Who there is. */
    @Component
    record People(Families families, Volunteers volunteers, Audit audit) {
        /** @throws UnknownPage when there is no such person in sight */
        String name(Person person) {
            return (person.side() == Person.Side.FAMILY
                            ? families.find(new FamilyId(person.id())).map(family -> family.name())
                            : volunteers.find(new VolunteerId(person.id())).map(volunteer -> volunteer.name()))
                    .orElseThrow(UnknownPage::new);
        }
    }

    /** A person, and what that person said of each other programme. */
    public record Known(Person person, String name, List<Shared> shared) {
        /** Address of the person's page. */
        public String page() {
            return (person.side() == Person.Side.FAMILY ? "/families/" : "/volunteers/") + person.id();
        }

        /** The same in a message key. */
        public String side() {
            return person.side() == Person.Side.FAMILY ? "family" : "volunteer";
        }

        /** Which text there is to agree to. */
        public String current() {
            return Shared.CURRENT;
        }
    }

    <T> T inside(Coordinator reader, Supplier<T> work) {
        return scope.inside(reader.organisation(), work);
    }

    /** Inside the organisation. */
    Known known(Coordinator reader, Person person) {
        Known known = new Known(person, people.name(person), consenting.of(person));
        people.audit()
                .add(
                        reader.organisation(),
                        new AuditEntry(
                                Optional.of(reader.account()),
                                AuditEntry.Action.SEEN,
                                person.side() == Person.Side.FAMILY
                                        ? AuditEntry.Subject.FAMILY
                                        : AuditEntry.Subject.VOLUNTEER,
                                person.id().toString(),
                                Map.of("what", "sharing")));
        return known;
    }

    /** Inside the organisation; empty: taken back. */
    boolean note(Coordinator reader, Person person, ProgrammeId programme, Optional<LocalDate> given) {
        people.name(person);
        By by = by(reader);
        return given.map(on -> consenting.noteGiven(person, programme, on, by))
                .orElseGet(() -> consenting.noteWithdrawn(person, programme, by));
    }

    void tell(Coordinator reader, VolunteerId changed) {
        events.publishEvent(new VolunteerChanged(reader.organisation(), changed));
    }

    void tell(Coordinator reader, List<SupportRequestId> changed) {
        changed.forEach(request -> events.publishEvent(new RequestChanged(reader.organisation(), request)));
    }

    static By by(Coordinator reader) {
        return new By(reader.organisation(), reader.account());
    }
}
