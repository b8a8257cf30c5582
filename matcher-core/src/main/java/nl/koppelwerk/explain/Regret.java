package nl.koppelwerk.explain;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.explain.replan.Replanned;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * What another choice would cost.
 *
 * @param servedWeight loss on the first level, 0 when no request that counts is worse off
 * @param fit loss on the second level; compared only where the first is equal
 * @param exact whether it cannot be done for less; otherwise it costs this much at most
 * @param changes every request that would get somebody else, the chosen one included
 */
public record Regret(long servedWeight, long fit, boolean exact, List<Change> changes) {
    /** A hundredth of the value of a pair that could not be better, with weights that add up to a hundred. */
    private static final int POINT = 1000;

    public Regret {
        changes = List.copyOf(changes);
    }

    static Regret of(Candidates candidates, Plan before, Replanned replanned) {
        return new Regret(
                replanned.loss().servedWeight(),
                replanned.loss().fit(),
                replanned.exact(),
                Change.between(candidates, before, replanned.plan()));
    }

    /** Points of fit lost over all pairings together, rounded, but 1 at least where anything is lost. */
    public long points() {
        return fit <= 0 ? 0 : Math.max(1, Math.round((double) fit / POINT));
    }

    /** Who loses, who changes, and what it costs. */
    public List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        changes.stream().filter(Change::isLoss).map(Change::sentence).forEach(sentences::add);
        changes.stream()
                .filter(change -> !change.isLoss())
                .map(Change::sentence)
                .forEach(sentences::add);
        sentences.add(cost());
        if (!exact) {
            sentences.add(Sentence.of("explain.regret.at-most"));
        }
        return sentences;
    }

    private Sentence cost() {
        if (servedWeight > 0) {
            return Sentence.of("explain.regret.served");
        }
        return servedWeight == 0 && fit > 0
                ? Sentence.of("explain.regret.fit", new Argument.Count(points()))
                : Sentence.of("explain.regret.none");
    }
}
