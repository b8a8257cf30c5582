package nl.koppelwerk.command.night;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.command.Texts;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.matching.Stored;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;

/**
 * The obstacles that left most requests without anybody. A request counts under one: what keeps most of the volunteers
 * that would do, or else the rule at which the last volunteer fell away.
 */
final class MainCauses {
    private static final String TAKEN = "matching.taken.";
    private static final String FALL = "matching.funnel.fall";

    private final Texts texts;
    private final Sentences sentences;

    MainCauses(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts.locale());
    }

    /** @param requests how many are left because of it */
    record Cause(String name, int requests) {}

    /** The largest first. */
    List<Cause> of(List<Outcome.Unpaired> unpaired, int atMost) {
        Map<String, Integer> counts = new TreeMap<>();
        unpaired.forEach(
                one -> main(Stored.readCauses(one.causes())).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(count -> new Cause(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingInt(Cause::requests).reversed())
                .limit(atMost)
                .toList();
    }

    private Optional<String> main(List<Sentence> causes) {
        Optional<String> taken = causes.stream()
                .filter(cause -> cause.key().startsWith(TAKEN))
                .max(Comparator.comparingLong(MainCauses::count))
                .map(cause -> texts.get("cause." + cause.key().substring(TAKEN.length())));
        return taken.or(() -> causes.stream()
                .filter(cause -> cause.key().equals(FALL))
                .reduce((first, second) -> second)
                .map(this::rule));
    }

    private static long count(Sentence cause) {
        return cause.arguments().stream()
                .mapToLong(argument -> argument instanceof Argument.Count count ? count.value() : 0)
                .findFirst()
                .orElse(0);
    }

    private String rule(Sentence fall) {
        return fall.arguments().stream()
                .map(argument -> argument instanceof Argument.Said name ? sentences.say(name.value()) : "")
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
