package nl.koppelwerk.batch.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.run.Stamps;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.explain.Explanations;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.standing.StandingPlan;
import nl.koppelwerk.solver.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the plan of each organisation at hand as it stands in the database: drawn up when it is first asked for, and again
 * when anything that it depends on has changed. Those asked for longest ago are let go when together they grow large.
 */
public final class StandingPlans {
    /** Pairs that may be kept in all: some 40 bytes each. */
    private static final long MOST_PAIRS = 10_000_000;

    /** How hard to search for one answer: little, as somebody waits. */
    private static final Settings QUICK = new Settings(1, 1, 1, 60, 20, Duration.ofMillis(700), 1);

    private final Snapshots snapshots;
    private final Stamps stamps;
    private final Clock clock;
    private final Map<OrganisationId, Slot> slots = new ConcurrentHashMap<>();
    private final Deque<OrganisationId> lastAsked = new ArrayDeque<>();

    /** @param clock in the zone of the coordinators */
    public StandingPlans(Snapshots snapshots, Stamps stamps, Clock clock) {
        this.snapshots = snapshots;
        this.stamps = stamps;
        this.clock = clock;
    }

    private record Stamped(String stamp, KeptPlan plan) {}

    /** One organisation's plan; whoever asks while it is being drawn up waits for that one. */
    private static final class Slot {
        private volatile @Nullable Stamped kept;
    }

    /** The plan as it stands now. */
    public KeptPlan of(OrganisationId organisation) {
        LocalDate today = LocalDate.now(clock);
        Slot slot = slots.computeIfAbsent(organisation, fresh -> new Slot());
        synchronized (slot) {
            String stamp = today + " " + stamps.of(organisation);
            Stamped kept = slot.kept;
            if (kept == null || !kept.stamp().equals(stamp)) {
                kept = new Stamped(stamp, read(organisation, today));
                slot.kept = kept;
            }
            keepWithinBounds(organisation);
            return kept.plan();
        }
    }

    /** The candidates of this snapshot; those of the plan that is kept save most of the work. */
    Candidates candidates(OrganisationId organisation, Snapshot snapshot) {
        return Optional.ofNullable(slots.get(organisation))
                .flatMap(slot -> Optional.ofNullable(slot.kept))
                .map(kept -> kept.plan().candidates().renewed(snapshot))
                .orElseGet(() -> Candidates.find(snapshot));
    }

    private KeptPlan read(OrganisationId organisation, LocalDate today) {
        Snapshot snapshot = snapshots.read(organisation, today);
        StandingPlan standing = StandingPlan.of(candidates(organisation, snapshot), Set.of());
        Matched matched = Matching.read(standing.candidates(), standing.result(), List.of());
        return new KeptPlan(snapshot, matched, new Explanations(matched, clock, QUICK));
    }

    private void keepWithinBounds(OrganisationId asked) {
        synchronized (lastAsked) {
            lastAsked.remove(asked);
            lastAsked.addLast(asked);
            while (lastAsked.size() > 1 && pairs() > MOST_PAIRS) {
                slots.remove(lastAsked.removeFirst());
            }
        }
    }

    private long pairs() {
        return slots.values().stream().mapToLong(StandingPlans::pairs).sum();
    }

    private static long pairs(Slot slot) {
        Stamped kept = slot.kept;
        return kept == null ? 0 : kept.plan().candidates().problem().pairs();
    }
}
