package nl.koppelwerk.batch.recruit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.batch.nightly.AfterNight;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.ProposedPlan;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.recruit.Recruiting;
import nl.koppelwerk.recruit.Wanted;
import nl.koppelwerk.verify.Fingerprint;
import nl.koppelwerk.verify.ProofFormat;
import nl.koppelwerk.verify.RunProof;
import nl.koppelwerk.verify.UnreadableProofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reckons which volunteers to look for from what a run has kept: what it was decided on, what it proposed and its prices. So
 * it can be done again at any time, and the night is not touched by it.
 */
public final class WhatToRecruit implements AfterNight {
    /** So many volunteers are named at most. */
    public static final int MOST = 12;

    private static final Logger log = LoggerFactory.getLogger(WhatToRecruit.class);

    private final OrganisationScope scope;
    private final Runs runs;
    private final RunContents contents;
    private final Recruits recruits;
    private final Clock clock;

    WhatToRecruit(OrganisationScope scope, Runs runs, RunContents contents, Recruits recruits, Clock clock) {
        this.scope = scope;
        this.runs = runs;
        this.contents = contents;
        this.recruits = recruits;
        this.clock = clock;
    }

    /** What the run has kept. */
    private record Kept(Snapshot snapshot, List<Outcome.Proposal> proposals, Optional<byte[]> certificate) {}

    /** The proposals stand already: a mistake here is ours to mend and must not call the night failed. */
    @Override
    public void reckon(Run published) {
        try {
            again(published);
        } catch (RuntimeException e) {
            log.error(
                    "What to recruit was not reckoned from run {}; ./koppelwerk recruit does it again",
                    published.id().value(),
                    e);
        }
    }

    /** @return false when the run was decided on something that is no longer kept */
    public boolean again(Run run) {
        Optional<Kept> kept = scope.reading(
                run.organisation(),
                () -> runs.findSnapshot(run.id())
                        .map(snapshot ->
                                new Kept(snapshot, contents.proposals(run.id()), runs.findCertificate(run.id()))));
        kept.ifPresent(found -> reckon(run, found));
        return kept.isPresent();
    }

    private void reckon(Run run, Kept kept) {
        Instant start = clock.instant();
        Candidates candidates = Candidates.find(kept.snapshot());
        Plan plan = ProposedPlan.of(
                candidates,
                kept.proposals().stream()
                        .map(proposal -> new Promise(proposal.request(), proposal.volunteer(), proposal.dayParts()))
                        .toList());
        Recruiting recruiting = new Recruiting(candidates, plan, prices(candidates, kept), run.seed());
        List<Wanted> wanted = recruiting.next(MOST);
        int waiting = recruiting.waitingForIntroductions(plan);
        scope.inside(run.organisation(), () -> recruits.keep(run, wanted, waiting));
        log.info(
                "What to recruit from run {}: {} kinds, {} ms",
                run.id().value(),
                wanted.size(),
                Duration.between(start, clock.instant()).toMillis());
    }

    /** Only prices of this very problem say anything about it: somebody may have been erased since. */
    private static Optional<Prices> prices(Candidates candidates, Kept kept) {
        return kept.certificate()
                .filter(bytes -> bytes.length > 0)
                .flatMap(WhatToRecruit::read)
                .filter(proof -> proof.fingerprint().equals(Fingerprint.of(candidates.problem())))
                .map(proof -> proof.prices().firstPrices());
    }

    private static Optional<RunProof> read(byte[] certificate) {
        try {
            return Optional.of(ProofFormat.read(certificate));
        } catch (UnreadableProofException e) {
            log.warn("The proof of a run cannot be read, so its prices are not used", e);
            return Optional.empty();
        }
    }
}
