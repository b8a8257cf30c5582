package nl.koppelwerk.ui.run;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.audit.AuditEntry.Subject;
import nl.koppelwerk.data.run.RunProgress;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** What people do to runs, with the note of it in the audit log; inside the scope of the reader's organisation. */
@Component
class RunControl {
    private final RunViews runs;
    private final RunProgress progress;
    private final Audit audit;

    RunControl(RunViews runs, RunProgress progress, Audit audit) {
        this.runs = runs;
        this.progress = progress;
        this.audit = audit;
    }

    /** @return false when it was too late */
    boolean cancel(RunId run, Coordinator by) {
        if (runs.find(run.value()).isEmpty()) {
            throw new UnknownPage();
        }
        boolean inTime = progress.cancel(run, by.account());
        if (inTime) {
            note(run, by, Action.CHANGED);
        }
        return inTime;
    }

    void note(RunId run, Coordinator by, Action action) {
        audit.add(
                by.organisation(),
                new AuditEntry(Optional.of(by.account()), action, Subject.RUN, Long.toString(run.value()), Map.of()));
    }
}
