package nl.koppelwerk.ui.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.PersonAccess;
import nl.koppelwerk.data.audit.PersonAccesses;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.stereotype.Component;

/** Looks up who saw a person, which is written down as well. */
@Component
class AccessDesk {
    private final OrganisationScope scope;
    private final RightsDesk rights;
    private final PersonAccesses accesses;
    private final Audit audit;

    AccessDesk(OrganisationScope scope, RightsDesk rights, PersonAccesses accesses, Audit audit) {
        this.scope = scope;
        this.rights = rights;
        this.accesses = accesses;
        this.audit = audit;
    }

    /** The page of one person. */
    record View(Person person, String name, Page<PersonAccess> lines) {
        public String path() {
            return RightsView.page(person);
        }
    }

    View view(Coordinator coordinator, Person person, int page, int size) {
        return scope.inside(coordinator.organisation(), () -> {
            String name = rights.name(person);
            note(coordinator, person, AuditEntry.Action.SEEN, Map.of("what", "accesses"));
            return new View(person, name, accesses.find(person.side().subject(), person.id(), page, size));
        });
    }

    List<PersonAccess> all(Coordinator coordinator, Person person, String extension) {
        return scope.inside(coordinator.organisation(), () -> {
            rights.name(person);
            note(coordinator, person, AuditEntry.Action.EXPORTED, Map.of("what", "accesses", "file", extension));
            return accesses.find(person.side().subject(), person.id(), 1, Integer.MAX_VALUE)
                    .items();
        });
    }

    private void note(Coordinator coordinator, Person person, AuditEntry.Action action, Map<String, String> detail) {
        audit.add(
                coordinator.organisation(),
                new AuditEntry(
                        Optional.of(coordinator.account()),
                        action,
                        person.side().subject(),
                        person.id().toString(),
                        detail));
    }
}
