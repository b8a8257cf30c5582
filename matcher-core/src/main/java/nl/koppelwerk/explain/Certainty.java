package nl.koppelwerk.explain;

import java.util.List;
import nl.koppelwerk.sentence.Sentence;

/**
 * Whether the best plans agree on a pair.
 *
 * @param kind what is known
 * @param without what the best plan without the pair changes; for a tie the plan that is as good
 */
public record Certainty(Kind kind, List<Change> without) {
    /** What is known of a pair. */
    public enum Kind {
        /** Proven: in every best plan. */
        IN_EVERY_BEST_PLAN,
        /** No plan as good without it was found; not proven. */
        NOTHING_AS_GOOD_FOUND,
        /** Another plan is as good. */
        TIE
    }

    public Certainty {
        without = List.copyOf(without);
    }

    public Sentence sentence() {
        return Sentence.of(
                switch (kind) {
                    case IN_EVERY_BEST_PLAN -> "explain.certainty.every";
                    case NOTHING_AS_GOOD_FOUND -> "explain.certainty.found";
                    case TIE -> "explain.certainty.tie";
                });
    }
}
