package nl.koppelwerk.ui.rules;

import java.util.List;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Rule;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.ui.shell.Words;

/** The rules of a programme as lines of a page: what forbids, and what weighs how much. */
record RuleLines(List<Line> forbidding, List<Line> weighing) {
    RuleLines {
        forbidding = List.copyOf(forbidding);
        weighing = List.copyOf(weighing);
    }

    /**
     * One rule.
     *
     * @param weight 0 for a rule that forbids
     * @param share of all weights together, 0 to 100
     */
    record Line(String rule, String name, String meaning, int weight, int share) {}

    static RuleLines of(RuleSettings settings, Words words) {
        int all = Rules.weighing().stream()
                .mapToInt(rule -> weight(rule.name(), settings))
                .sum();
        return new RuleLines(
                Rules.forbidding().stream()
                        .map(rule -> new Line(rule.name(), name(rule, words), meaning(rule, words), 0, 0))
                        .toList(),
                Rules.weighing().stream()
                        .map(rule -> line(rule, settings, all, words))
                        .toList());
    }

    private static Line line(Rule<?, ?> rule, RuleSettings settings, int all, Words words) {
        int weight = weight(rule.name(), settings);
        int share = all == 0 ? 0 : Math.round(100f * weight / all);
        return new Line(rule.name(), name(rule, words), meaning(rule, words), weight, share);
    }

    private static String name(Rule<?, ?> rule, Words words) {
        return words.say(Sentence.of("rule." + rule.name() + ".name"));
    }

    private static String meaning(Rule<?, ?> rule, Words words) {
        return words.say(Sentence.of("rule." + rule.name() + ".meaning"));
    }

    /** What these settings let a rule weigh. */
    static int weight(String rule, RuleSettings settings) {
        return settings.weights().getOrDefault(rule, Rules.weights().getOrDefault(rule, 0));
    }

    /** The name of anything that has a weight. */
    static String name(String weighed, Words words) {
        return weighed.equals(Rules.SAME_LANGUAGE)
                ? words.say("rules.sameLanguage")
                : words.say(Sentence.of("rule." + weighed + ".name"));
    }
}
