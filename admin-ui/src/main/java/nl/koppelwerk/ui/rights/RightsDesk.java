package nl.koppelwerk.ui.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.erasure.ErasureRequests;
import nl.koppelwerk.data.erasure.LegalHolds;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** Where rights are looked at and carried out, with a line in the audit log. */
@Component
class RightsDesk {
    private static final int SHORTEST_REASON = 10;

    private final OrganisationScope scope;
    private final Kept kept;
    private final Erasing erasing;
    private final Audit audit;
    private final Clock clock;

    RightsDesk(OrganisationScope scope, Kept kept, Erasing erasing, Audit audit, Clock clock) {
        this.scope = scope;
        this.kept = kept;
        this.erasing = erasing;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of persons and of what they asked. */
    @Component
    record Kept(
            Families families,
            Volunteers volunteers,
            ErasureRequests requests,
            LegalHolds holds,
            ConsentNotes consents,
            KnowingBothSides sides) {}

    /** What a form of the page asks for. */
    enum Ask {
        NOTE_REQUEST,
        WITHDRAW_REQUEST,
        HOLD,
        END_HOLD
    }

    /** One person on the page. */
    RightsView view(Coordinator coordinator, Person person) {
        RightsView.Known known = scope.inside(coordinator.organisation(), () -> {
            RightsView.Known found = new RightsView.Known(
                    person,
                    name(person),
                    kept.requests().find(person),
                    kept.holds().find(person),
                    kept.consents().find(person),
                    kept.sides().of(person));
            note(coordinator, person, Action.SEEN, Map.of("what", "rights"));
            return found;
        });
        return new RightsView(known, erasing.rehearse(coordinator.organisation(), person));
    }

    java.util.List<ErasureRequests.Open> open(Coordinator coordinator) {
        return scope.inside(coordinator.organisation(), () -> kept.requests().list());
    }

    /** Whether it was done; a reason that says nothing is no reason. */
    boolean keep(Coordinator coordinator, Person person, Ask ask, String reason) {
        return scope.inside(coordinator.organisation(), () -> {
            name(person);
            LocalDate today = LocalDate.now(clock);
            switch (ask) {
                case NOTE_REQUEST ->
                    kept.requests().ask(coordinator.organisation(), person, today, Optional.of(coordinator.account()));
                case WITHDRAW_REQUEST -> kept.requests().withdraw(person, today);
                case HOLD -> {
                    if (reason.length() < SHORTEST_REASON) {
                        return false;
                    }
                    kept.holds().put(coordinator.organisation(), person, reason, today, coordinator.account());
                }
                case END_HOLD -> kept.holds().end(person);
            }
            note(coordinator, person, Action.CHANGED, Map.of("what", ask.name()));
            return true;
        });
    }

    /** @throws UnknownPage when there is no such person in sight */
    void check(Coordinator coordinator, Person person) {
        scope.inside(coordinator.organisation(), () -> name(person));
    }

    Erasure erase(Coordinator coordinator, Person person) {
        check(coordinator, person);
        return erasing.erase(coordinator.organisation(), person, Optional.of(coordinator.account()));
    }

    /** @throws UnknownPage when there is no such person in sight */
    String name(Person person) {
        return (person.side() == Person.Side.FAMILY
                        ? kept.families().find(new FamilyId(person.id())).map(family -> family.name())
                        : kept.volunteers().find(new VolunteerId(person.id())).map(volunteer -> volunteer.name()))
                .orElseThrow(UnknownPage::new);
    }

    private void note(Coordinator coordinator, Person person, Action action, Map<String, String> detail) {
        UUID account = coordinator.account();
        Subject subject = person.side() == Person.Side.FAMILY ? Subject.FAMILY : Subject.VOLUNTEER;
        audit.add(
                coordinator.organisation(),
                new AuditEntry(
                        Optional.of(account), action, subject, person.id().toString(), detail));
    }
}
