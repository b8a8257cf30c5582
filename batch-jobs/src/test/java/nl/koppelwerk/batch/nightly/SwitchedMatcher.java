package nl.koppelwerk.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.solver.Hands;
import nl.koppelwerk.solver.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/**
 * Pairs the first free request with the next volunteer, starting where the seed says, and away from last night's
 * proposals: a second search on the same data answers differently, so that a test sees it. Can be told to fail.
 */
@Primary
final class SwitchedMatcher implements NightlyMatcher {
    @Nullable
    RuntimeException failure;

    /** Goes on until somebody stops it. */
    boolean endless;

    @Override
    public Outcome match(Snapshot snapshot, long seed, Watch watch, Hands hands) {
        watch.report(0.5, new Progress.State(0, 1, PlanValue.ZERO, PlanValue.ZERO));
        if (failure != null) {
            throw failure;
        }
        while (endless && !watch.stopped()) {
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
        watch.goOn();
        List<Outcome.Proposal> proposals = new ArrayList<>();
        List<Outcome.Unpaired> unpaired = new ArrayList<>();
        int shift = (int) Math.floorMod(seed + snapshot.lastProposals().size(), (long)
                snapshot.volunteers().size());
        for (SupportRequest request : snapshot.requests()) {
            int next = proposals.size();
            if (next < snapshot.volunteers().size()) {
                Volunteer volunteer = snapshot.volunteers()
                        .get((next + shift) % snapshot.volunteers().size());
                proposals.add(new Outcome.Proposal(
                        request.id(), volunteer.id(), Town.WEDNESDAY_AFTERNOON, 300 + next, 700 + next, "[]"));
            } else {
                unpaired.add(new Outcome.Unpaired(request.id(), "[]"));
            }
        }
        Figures figures = new Figures(
                proposals.size() * 10L,
                proposals.size() * 10L + 1,
                37,
                Optional.empty(),
                proposals.size() + unpaired.size(),
                snapshot.volunteers().size(),
                44,
                proposals.size(),
                unpaired.size(),
                701,
                false);
        return new Outcome(proposals, unpaired, figures, new byte[0]);
    }
}
