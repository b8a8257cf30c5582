package nl.koppelwerk.data.rules;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.rules.RulesVersions.Origin;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;

/**
 * Makes a draft, or an older version, the rules of the next run. Always as a new version, so that the versions tell in one
 * line what held when. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class PuttingRulesToUse {
    private final RulesVersions versions;
    private final RulesDrafts drafts;

    public PuttingRulesToUse(RulesVersions versions, RulesDrafts drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param version in use from now on */
        record InUse(int version) implements Outcome {}

        /** The draft is as the version in use; nothing was done. */
        record NothingNew() implements Outcome {}

        /** A colleague has put other rules to use since. */
        record Overtaken(int inUse) implements Outcome {}

        /** The draft, the version or the programme is not there (any more), or the draft has changed since. */
        record Gone() implements Outcome {}
    }

    /** @param version of the draft that was looked at */
    public Outcome draft(ProgrammeId programme, int version, String reason, UUID account) {
        Optional<Integer> inUse = versions.hold(programme);
        Optional<RulesDraft> draft = drafts.find(programme, account).filter(found -> found.version() == version);
        if (inUse.isEmpty() || draft.isEmpty()) {
            return new Outcome.Gone();
        }
        if (draft.get().basedOn() != inUse.get()) {
            return new Outcome.Overtaken(inUse.get());
        }
        if (isInUse(programme, draft.get().settings())) {
            return new Outcome.NothingNew();
        }
        int added = versions.putToUse(
                programme, draft.get().settings(), new Origin(Optional.of(account), reason, Optional.empty()));
        drafts.remove(programme, account);
        return new Outcome.InUse(added);
    }

    private boolean isInUse(ProgrammeId programme, RuleSettings settings) {
        return versions.findInUse(programme)
                .filter(used -> used.settings().sameAs(settings))
                .isPresent();
    }

    /** @param seen the version that was in use when the choice was made */
    public Outcome restore(ProgrammeId programme, int older, int seen, String reason, UUID account) {
        Optional<Integer> inUse = versions.hold(programme);
        Optional<RulesVersion> found = versions.find(programme, older);
        if (inUse.isEmpty() || found.isEmpty()) {
            return new Outcome.Gone();
        }
        if (inUse.get() != seen) {
            return new Outcome.Overtaken(inUse.get());
        }
        if (isInUse(programme, found.get().settings())) {
            return new Outcome.NothingNew();
        }
        return new Outcome.InUse(versions.putToUse(
                programme, found.get().settings(), new Origin(Optional.of(account), reason, Optional.of(older))));
    }
}
