package nl.koppelwerk.batch.standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.data.run.Renewal;
import nl.koppelwerk.data.run.Renewing;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.matching.standing.Mended;
import nl.koppelwerk.matching.standing.Mending;
import nl.koppelwerk.sentence.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the plan fresh after a decision: looks for another volunteer for whom it touches and publishes what changes, without
 * disturbing a proposal that somebody has open or talks about. To be called when the decision has been committed.
 */
public final class FreshPlans {
    private static final Logger log = LoggerFactory.getLogger(FreshPlans.class);

    /** Somebody opening a proposal just then makes one attempt fail; a next one leaves that proposal alone. */
    private static final int ATTEMPTS = 3;

    private final OrganisationScope scope;
    private final Known known;
    private final Runs runs;
    private final Publication publication;
    private final Clock clock;
    private final Map<OrganisationId, Object> oneAtATime = new ConcurrentHashMap<>();

    /** What a fresh plan is made of: everything as it is now, and what was found out about it before. */
    record Known(Snapshots snapshots, StandingPlans standing) {}

    /** Where a fresh plan goes, and what it leaves alone. */
    record Publication(Renewing renewing, ProposalReaders readers) {}

    FreshPlans(OrganisationScope scope, Known known, Runs runs, Publication publication, Clock clock) {
        this.scope = scope;
        this.known = known;
        this.runs = runs;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * @return what has changed, to tell whoever decided; empty when nothing has, or when no run has published yet
     */
    public List<Sentence> after(OrganisationId organisation, Touched touched) {
        synchronized (oneAtATime.computeIfAbsent(organisation, fresh -> new Object())) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                Optional<List<Sentence>> changes = attempt(organisation, touched);
                if (changes.isPresent()) {
                    return changes.get();
                }
            }
            log.info("No fresh plan for organisation {}: disturbed {} times", organisation.value(), ATTEMPTS);
            return List.of();
        }
    }

    /** Empty when somebody was first. */
    private Optional<List<Sentence>> attempt(OrganisationId organisation, Touched touched) {
        Optional<Run> run = scope.reading(organisation, runs::findLastPublished);
        if (run.isEmpty()) {
            return Optional.of(List.of());
        }
        Set<PairingId> open = publication.readers().open(organisation);
        Snapshot snapshot = known.snapshots().read(organisation, LocalDate.now(clock));
        Mended mended = new Mending(known.standing().candidates(organisation, snapshot), open)
                .around(touched.requests(), touched.volunteers(), run.get().seed());
        if (mended.isNothing() && mended.unpaired().isEmpty()) {
            return Optional.of(List.of());
        }
        return publication.renewing().publish(organisation, renewal(run.get(), touched, mended))
                ? Optional.of(mended.sentences())
                : Optional.empty();
    }

    private static Renewal renewal(Run run, Touched touched, Mended mended) {
        return new Renewal(
                run.id(),
                touched.by(),
                mended.withdrawn(),
                mended.moved().stream()
                        .map(moved -> new Renewal.Moved(moved.proposal(), moved.dayParts()))
                        .toList(),
                mended.added().stream().map(Outcome.Proposal::of).toList(),
                mended.unpaired().stream().map(Outcome.Unpaired::of).toList());
    }
}
