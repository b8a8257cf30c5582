package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.util.BitSet;
import java.util.List;
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
    public Outcome match(Snapshot snapshot, long seed, Watch watch) {
        Matched matched =
                new Matching(watch.clock(clock)).propose(snapshot, Settings.nightly(seed), new PartsDone(watch));
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

    /** The share of the independent parts that have been heard of; parts report from several threads. */
    private static final class PartsDone implements Progress {
        private final Watch watch;
        private final BitSet heard = new BitSet();

        PartsDone(Watch watch) {
            this.watch = watch;
        }

        @Override
        public synchronized void report(State state) {
            heard.set(state.part());
            watch.report((double) heard.cardinality() / (state.parts() + 1));
        }
    }
}
