package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rules.PuttingRulesToUse;
import nl.koppelwerk.data.rules.PuttingRulesToUse.Outcome;
import nl.koppelwerk.data.rules.RulesDrafts;
import nl.koppelwerk.data.rules.RulesVersion;
import nl.koppelwerk.data.rules.RulesVersions;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.stereotype.Component;

/** What people do to rules, with the note of it in the audit log; inside the scope of the reader's organisation. */
@Component
class RulesDesk {
    private final RulesVersions versions;
    private final RulesDrafts drafts;
    private final PuttingRulesToUse putting;
    private final Audit audit;

    RulesDesk(RulesVersions versions, RulesDrafts drafts, PuttingRulesToUse putting, Audit audit) {
        this.versions = versions;
        this.drafts = drafts;
        this.putting = putting;
        this.audit = audit;
    }

    Overview overview(Programme programme, Coordinator reader) {
        return new Overview(
                programme,
                versions.findInUse(programme.id())
                        .orElseThrow(() -> new IllegalStateException("no rules in use: programme " + programme.id())),
                drafts.find(programme.id(), reader.account()),
                drafts.ofOthers(programme.id(), reader.account()));
    }

    List<RulesVersion> versions(Programme programme) {
        return versions.list(programme.id());
    }

    /** @return false when the draft has changed since it was shown */
    boolean save(Programme programme, RuleSettings settings, int version, Coordinator by) {
        boolean kept = drafts.save(programme.id(), by.account(), settings, version);
        if (kept) {
            note(programme, by, Map.of("rules", "draft"));
        }
        return kept;
    }

    void discard(Programme programme, Coordinator by) {
        drafts.remove(programme.id(), by.account());
        note(programme, by, Map.of("rules", "draft discarded"));
    }

    Outcome putToUse(Programme programme, int version, String reason, Coordinator by) {
        return noted(putting.draft(programme.id(), version, reason, by.account()), programme, by);
    }

    Outcome restore(Programme programme, int older, int seen, String reason, Coordinator by) {
        return noted(putting.restore(programme.id(), older, seen, reason, by.account()), programme, by);
    }

    /** Somebody reads for whom a draft would change something. */
    void seen(Rerun rerun, Coordinator by) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.SEEN,
                        AuditEntry.Subject.RUN,
                        Long.toString(rerun.run().value()),
                        Map.of("rerun", rerun.id().toString())));
    }

    private Outcome noted(Outcome outcome, Programme programme, Coordinator by) {
        if (outcome instanceof Outcome.InUse(int version)) {
            note(programme, by, Map.of("rules", "version " + version));
        }
        return outcome;
    }

    private void note(Programme programme, Coordinator by, Map<String, String> detail) {
        UUID object = programme.id().value();
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.PROGRAMME,
                        object.toString(),
                        detail));
    }
}
