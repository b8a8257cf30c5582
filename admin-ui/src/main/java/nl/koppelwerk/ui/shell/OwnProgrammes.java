package nl.koppelwerk.ui.shell;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.Programme;
import org.springframework.stereotype.Component;

/** The programmes that somebody sees, and whose rules they may change; inside the scope of the reader's organisation. */
@Component
public class OwnProgrammes {
    private final Programmes programmes;
    private final Accounts accounts;

    OwnProgrammes(Programmes programmes, Accounts accounts) {
        this.programmes = programmes;
        this.accounts = accounts;
    }

    /** By code. */
    public List<Programme> list(Coordinator coordinator) {
        Set<UUID> own = accounts.limits(coordinator.account()).programmes();
        return programmes.list().stream()
                .filter(programme ->
                        own.isEmpty() || own.contains(programme.id().value()))
                .toList();
    }

    /** @throws UnknownPage when there is none, or it is not this person's */
    public Programme get(UUID id, Coordinator coordinator) {
        return list(coordinator).stream()
                .filter(programme -> programme.id().value().equals(id))
                .findFirst()
                .orElseThrow(UnknownPage::new);
    }
}
