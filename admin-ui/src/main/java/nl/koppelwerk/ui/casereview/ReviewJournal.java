package nl.koppelwerk.ui.casereview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.stereotype.Component;

/** When something is done to a review, and that it was done. */
@Component
class ReviewJournal {
    private final Audit audit;
    private final Clock clock;

    ReviewJournal(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void seen(Coordinator by, PairingId pairing) {
        add(by, AuditEntry.Action.SEEN, pairing, "seen");
    }

    void changed(Coordinator by, PairingId pairing, String what) {
        add(by, AuditEntry.Action.CHANGED, pairing, what);
    }

    private void add(Coordinator by, AuditEntry.Action action, PairingId pairing, String what) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        action,
                        AuditEntry.Subject.PAIRING,
                        pairing.value().toString(),
                        Map.of("review", what)));
    }
}
