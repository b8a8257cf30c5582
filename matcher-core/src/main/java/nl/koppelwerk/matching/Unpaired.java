package nl.koppelwerk.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.candidates.Funnel;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A request that gets nobody tonight, and why.
 *
 * @param funnel how the volunteers fall away at the rules
 * @param taken why those who are left are not free, with how many each
 */
public record Unpaired(SupportRequestId request, Funnel funnel, Map<Hindrance, Integer> taken) {
    public Unpaired {
        taken = Map.copyOf(taken);
    }

    /** The causes in words: who falls at which rule, in the order of the rules, and what keeps the others. */
    public List<Sentence> causes() {
        List<Sentence> causes = new ArrayList<>();
        causes.add(Sentence.of("matching.funnel.start", new Argument.Count(funnel.volunteers())));
        for (Funnel.Fall fall : funnel.falls()) {
            causes.add(Sentence.of(
                    "matching.funnel.fall",
                    new Argument.Count(fall.volunteers()),
                    new Argument.Said(Sentence.of("rule." + fall.rule() + ".name"))));
        }
        causes.add(Sentence.of("matching.funnel.left", new Argument.Count(funnel.left())));
        for (Hindrance hindrance : Hindrance.values()) {
            int volunteers = taken.getOrDefault(hindrance, 0);
            if (volunteers > 0) {
                causes.add(Sentence.of(hindrance.key(), new Argument.Count(volunteers)));
            }
        }
        return causes;
    }
}
