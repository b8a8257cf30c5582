package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.ProposalCheck;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Hands;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.verify.ProofFormat;

/** Matches with the optimiser, and checks every proposal once more before anything is published. */
final class MatchingOfANight implements NightlyMatcher {
    private final Clock clock;

    MatchingOfANight(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome match(Snapshot snapshot, long seed, Watch watch, Hands hands) {
        Matched matched =
                new Matching(watch.clock(clock), hands).propose(snapshot, Settings.nightly(seed), new PartsDone(watch));
        watch.goOn();
        List<Sentence> breaches = ProposalCheck.breaches(
                snapshot, matched.proposals().stream().map(Promise::of).toList());
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(breaches.size() + " breaches, the first: " + breaches.getFirst());
        }
        return new Outcome(
                matched.proposals().stream().map(Outcome.Proposal::of).toList(),
                matched.unpaired().stream().map(Outcome.Unpaired::of).toList(),
                figures(matched),
                matched.proof().map(ProofFormat::write).orElse(new byte[0]));
    }

    private static Figures figures(Matched matched) {
        Result result = matched.result();
        Problem problem = matched.candidates().problem();
        return new Figures(
                result.value().servedWeight(),
                result.bound().servedWeight(),
                result.value().fit(),
                Optional.of(result.bound().fit()),
                matched.proposals().size() + matched.unpaired().size(),
                problem.volunteers(),
                problem.pairs(),
                matched.proposals().size(),
                matched.unpaired().size(),
                matched.meanDistanceMetres(),
                result.clockWasNeeded());
    }

    /** How far the parts are: each by how much of the gap that it began with is closed; they report from several threads. */
    private static final class PartsDone implements Progress {
        private static final double OF_SEARCHING = 0.9;

        private final Watch watch;
        private final Map<Integer, Double> openedWith = new HashMap<>();
        private final Map<Integer, Double> done = new HashMap<>();

        PartsDone(Watch watch) {
            this.watch = watch;
        }

        @Override
        public synchronized void report(State state) {
            double opened = openedWith.computeIfAbsent(state.part(), first -> state.gap());
            done.put(state.part(), opened == 0 ? 1 : 1 - OF_SEARCHING * state.gap() / opened);
            double sum = done.values().stream().mapToDouble(share -> share).sum();
            watch.report(sum / (state.parts() + 1), state);
        }
    }
}
