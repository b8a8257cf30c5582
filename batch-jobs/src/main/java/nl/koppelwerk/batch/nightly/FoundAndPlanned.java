package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;

/** The matcher of the product: candidates found, planned by the optimiser. */
final class FoundAndPlanned implements NightlyMatcher {
    private final Clock clock;

    FoundAndPlanned(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome match(Snapshot snapshot, long seed, DoubleConsumer progress) {
        Candidates candidates = Candidates.find(snapshot);
        Problem problem = candidates.problem();
        Result result = new Optimiser(clock)
                .optimise(
                        problem,
                        Settings.nightly(seed),
                        state -> progress.accept((double) state.part() / state.parts()));
        List<Outcome.Proposal> proposals = new ArrayList<>();
        List<Outcome.Unpaired> unpaired = new ArrayList<>();
        for (int r = 0; r < problem.requests(); r++) {
            SupportRequest request = candidates.asking(r).request();
            int pair = result.plan().pair()[r];
            if (pair < 0) {
                unpaired.add(new Outcome.Unpaired(request.id(), "[]"));
            } else if (problem.fixedPair()[r] < 0) {
                Volunteer volunteer =
                        candidates.offering(problem.pairVolunteer()[pair]).volunteer();
                proposals.add(new Outcome.Proposal(
                        request.id(),
                        volunteer.id(),
                        new DayParts((int) result.plan().dayParts()[r]),
                        problem.pairValue()[pair],
                        candidates.sides().getPair(request.id(), volunteer.id()).metres(),
                        "[]"));
            }
        }
        return new Outcome(proposals, unpaired, figures(problem, result, proposals, unpaired), new byte[0]);
    }

    private static Figures figures(
            Problem problem, Result result, List<Outcome.Proposal> proposals, List<Outcome.Unpaired> unpaired) {
        return new Figures(
                result.value().servedWeight(),
                result.bound().servedWeight(),
                result.value().fit(),
                Optional.of(result.bound().fit()),
                proposals.size() + unpaired.size(),
                problem.volunteers(),
                problem.pairs(),
                proposals.size(),
                unpaired.size(),
                (int) proposals.stream()
                        .mapToInt(Outcome.Proposal::distanceMetres)
                        .average()
                        .orElse(0),
                result.clockWasNeeded());
    }
}
