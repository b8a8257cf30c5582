package nl.koppelwerk.matching;

import java.util.ArrayList;
import java.util.Arrays;
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
        causes.addAll(falls());
        causes.add(Sentence.of("matching.funnel.left", new Argument.Count(funnel.left())));
        causes.addAll(hindrances());
        return causes;
    }

    /** How many fall at each rule, in the order of the rules. */
    public List<Sentence> falls() {
        return funnel.falls().stream()
                .map(fall -> Sentence.of(
                        "matching.funnel.fall",
                        new Argument.Count(fall.volunteers()),
                        new Argument.Said(Sentence.of("rule." + fall.rule() + ".name"))))
                .toList();
    }

    /** Why those who are left are not free. */
    public List<Sentence> hindrances() {
        return Arrays.stream(Hindrance.values())
                .filter(hindrance -> taken.getOrDefault(hindrance, 0) > 0)
                .map(hindrance -> Sentence.of(hindrance.key(), new Argument.Count(taken.getOrDefault(hindrance, 0))))
                .toList();
    }
}
