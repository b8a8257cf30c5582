package nl.koppelwerk.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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
        List<Sentence> sentences = new ArrayList<>(losses(everybody -> true));
        sentences.addAll(moves(everybody -> true));
        sentences.addAll(cost());
        return sentences;
    }

    /**
     * Who has nobody any more.
     *
     * @param seen ids of requests and volunteers that the reader may see; the others have no name
     */
    public List<Sentence> losses(Predicate<UUID> seen) {
        return said(Change::isLoss, seen);
    }

    /** Who gets somebody, or somebody else. */
    public List<Sentence> moves(Predicate<UUID> seen) {
        return said(change -> !change.isLoss(), seen);
    }

    private List<Sentence> said(Predicate<Change> which, Predicate<UUID> seen) {
        return changes.stream()
                .filter(which)
                .map(change -> change.sentence(seen))
                .toList();
    }

    /** What it comes to for all together, and whether that is certain. */
    public List<Sentence> cost() {
        return exact ? List.of(total()) : List.of(total(), Sentence.of("explain.regret.at-most"));
    }

    /** Whether nobody is worse off, as far as it can be said in whole points. */
    public boolean isFree() {
        return servedWeight <= 0
                && (servedWeight < 0 || points() == 0)
                && changes.stream().noneMatch(Change::isLoss);
    }

    private Sentence total() {
        if (servedWeight > 0) {
            return Sentence.of("explain.regret.served");
        }
        if (servedWeight < 0) {
            return Sentence.of("explain.regret.better");
        }
        return fit > 0
                ? Sentence.of("explain.regret.fit", new Argument.Count(points()))
                : Sentence.of("explain.regret.none");
    }
}
