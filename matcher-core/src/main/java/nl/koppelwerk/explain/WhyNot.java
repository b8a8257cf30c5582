package nl.koppelwerk.explain;

import java.util.List;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.sentence.Sentence;

/** Why a request is not proposed with a certain volunteer. */
public sealed interface WhyNot {
    List<Sentence> sentences();

    /** It is proposed, or under way. */
    record Chosen(Fit fit) implements WhyNot {
        @Override
        public List<Sentence> sentences() {
            return List.of(Sentence.of("explain.why-not.chosen"));
        }
    }

    /** Rules forbid it. */
    record Forbidden(List<Finding> obstacles) implements WhyNot {
        @Override
        public List<Sentence> sentences() {
            return obstacles.stream().map(Finding::sentence).toList();
        }
    }

    /** Pairings under way leave no room for it, or the request itself has a pairing under way. */
    record NoRoom() implements WhyNot {
        @Override
        public List<Sentence> sentences() {
            return List.of(Sentence.of("explain.why-not.no-room"));
        }
    }

    /** It can be done, at this cost. */
    record Costs(Fit fit, Regret regret) implements WhyNot {
        @Override
        public List<Sentence> sentences() {
            return regret.sentences();
        }
    }
}
