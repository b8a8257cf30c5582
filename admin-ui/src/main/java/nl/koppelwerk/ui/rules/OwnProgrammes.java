package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** The programmes whose rules somebody may see and change; inside the scope of the reader's organisation. */
@Component
class OwnProgrammes {
    private final Programmes programmes;
    private final Accounts accounts;

    OwnProgrammes(Programmes programmes, Accounts accounts) {
        this.programmes = programmes;
        this.accounts = accounts;
    }

    /** By code. */
    List<Programme> list(Coordinator coordinator) {
        Set<UUID> own = accounts.limits(coordinator.account()).programmes();
        return programmes.list().stream()
                .filter(programme ->
                        own.isEmpty() || own.contains(programme.id().value()))
                .toList();
    }

    /** @throws UnknownPage when there is none, or it is not this person's */
    Programme get(UUID id, Coordinator coordinator) {
        return list(coordinator).stream()
                .filter(programme -> programme.id().value().equals(id))
                .findFirst()
                .orElseThrow(UnknownPage::new);
    }
}
