package nl.koppelwerk.ui.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.fit.Rules;

/**
 * What somebody typed on the page of a draft, and what is wrong with it.
 *
 * @param typed by the name of the field
 * @param problems the field's name to the most that it may be
 */
record RulesForm(Map<String, String> typed, Map<String, Integer> problems) {
    static final String SCREENING = "screeningYears";
    static final String DISTANCE = "maximumDistanceMetres";
    static final String UNCONFIRMED = "unconfirmedDays";
    static final String LEVEL = "languageLevel";
    static final String WEIGHT = "weight.";

    private static final int MOST_DIGITS = 6;

    RulesForm {
        typed = Map.copyOf(typed);
        problems = Map.copyOf(problems);
    }

    /** The form as it is before somebody types. */
    static RulesForm of(RuleSettings settings) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(SCREENING, Integer.toString(settings.screeningYears()));
        typed.put(DISTANCE, Integer.toString(settings.maximumDistanceMetres()));
        typed.put(UNCONFIRMED, Integer.toString(settings.unconfirmedDays()));
        typed.put(LEVEL, settings.languageLevel().name());
        Rules.weights()
                .keySet()
                .forEach(rule -> typed.put(WEIGHT + rule, Integer.toString(RuleLines.weight(rule, settings))));
        return new RulesForm(typed, Map.of());
    }

    /** With what is wrong with it. */
    static RulesForm typed(Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, Integer> problems = new LinkedHashMap<>();
        take(sent, SCREENING, RuleSettings.MOST_SCREENING_YEARS, 1, typed, problems);
        take(sent, DISTANCE, RuleSettings.MOST_METRES, 0, typed, problems);
        take(sent, UNCONFIRMED, RuleSettings.MOST_UNCONFIRMED_DAYS, 1, typed, problems);
        for (String rule : Rules.weights().keySet()) {
            take(sent, WEIGHT + rule, RuleSettings.MOST_WEIGHT, 0, typed, problems);
        }
        String level = sent.getOrDefault(LEVEL, "");
        typed.put(LEVEL, level);
        if (level(level).isEmpty()) {
            problems.put(LEVEL, 0);
        }
        return new RulesForm(typed, problems);
    }

    private static void take(
            Map<String, String> sent,
            String field,
            int most,
            int least,
            Map<String, String> typed,
            Map<String, Integer> problems) {
        String text = sent.getOrDefault(field, "").strip();
        typed.put(field, text);
        if (number(text).filter(value -> value >= least && value <= most).isEmpty()) {
            problems.put(field, most);
        }
    }

    /** Whole numbers only, of no more digits than any limit has, so that nothing overflows. */
    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Level> level(String text) {
        for (Level level : Level.values()) {
            if (level.name().equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    public boolean isRight() {
        return problems.isEmpty();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return problems.containsKey(field);
    }

    public int most(String field) {
        return problems.getOrDefault(field, 0);
    }

    /**
     * The settings that were typed. A weight that is as it was is left as it was, so that one which the programme never
     * set still follows the rule's own.
     *
     * @param base what the draft is compared with; its version stays
     * @throws IllegalStateException when something is wrong with what was typed
     */
    RuleSettings settings(RuleSettings base) {
        if (!isRight()) {
            throw new IllegalStateException("wrong: " + problems.keySet());
        }
        Map<String, Integer> weights = new LinkedHashMap<>(base.weights());
        for (String rule : Rules.weights().keySet()) {
            int weight = Integer.parseInt(value(WEIGHT + rule));
            if (weight != RuleLines.weight(rule, base)) {
                weights.put(rule, weight);
            }
        }
        return new RuleSettings(
                base.version(),
                Integer.parseInt(value(SCREENING)),
                Level.valueOf(value(LEVEL)),
                Integer.parseInt(value(DISTANCE)),
                Integer.parseInt(value(UNCONFIRMED)),
                weights);
    }
}
