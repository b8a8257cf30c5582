package nl.koppelwerk.ui.rules;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.ui.shell.Words;

/** What differs between two versions of rules, in words. */
record Comparison(List<Line> lines) {
    Comparison {
        lines = List.copyOf(lines);
    }

    /** One setting or weight. */
    record Line(String what, String before, String after) {}

    static Comparison of(RuleSettings before, RuleSettings after, Words words) {
        List<Line> lines = new ArrayList<>();
        add(lines, words.say("rules.screening"), years(before, words), years(after, words));
        add(
                lines,
                words.say("rules.level"),
                before.languageLevel().name(),
                after.languageLevel().name());
        add(lines, words.say("rules.distance"), metres(before, words), metres(after, words));
        add(lines, words.say("rules.unconfirmed"), days(before, words), days(after, words));
        for (String rule : Rules.weights().keySet()) {
            add(
                    lines,
                    words.say("rules.weightOf", RuleLines.name(rule, words)),
                    words.number(RuleLines.weight(rule, before)),
                    words.number(RuleLines.weight(rule, after)));
        }
        return new Comparison(lines);
    }

    private static void add(List<Line> lines, String what, String before, String after) {
        if (!before.equals(after)) {
            lines.add(new Line(what, before, after));
        }
    }

    private static String years(RuleSettings settings, Words words) {
        return words.say("rules.years", settings.screeningYears());
    }

    private static String metres(RuleSettings settings, Words words) {
        return words.say("rules.metres", settings.maximumDistanceMetres());
    }

    private static String days(RuleSettings settings, Words words) {
        return words.say("rules.days", settings.unconfirmedDays());
    }

    public boolean isNone() {
        return lines.isEmpty();
    }
}
