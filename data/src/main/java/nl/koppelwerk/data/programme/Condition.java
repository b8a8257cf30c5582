package nl.koppelwerk.data.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a programme asks of a family, by a question of its intake. It decides whether the programme is for the family, and is
 * never weighed.
 *
 * @param question key of the question
 * @param dutch the question, as a page says it
 * @param english the same
 * @param answers that meet it; empty: a number in the range does
 */
public record Condition(String question, String dutch, String english, Set<String> answers, Optional<Range> range) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Condition {
        answers = Set.copyOf(answers);
        if (answers.isEmpty() == range.isEmpty()) {
            throw new IllegalArgumentException("condition on " + question + " needs answers or a range, and not both");
        }
    }

    /** Whole numbers, both included. */
    public record Range(int from, int to) {}

    /** As the column of the programme has them. */
    static String write(List<Condition> conditions) {
        return JSON.writeValueAsString(
                conditions.stream().map(Condition::fields).toList());
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>(Map.of("question", question, "dutch", dutch, "english", english));
        range.ifPresentOrElse(
                wanted -> fields.putAll(Map.of("from", wanted.from, "to", wanted.to)),
                () -> fields.put("answers", answers.stream().sorted().toList()));
        return fields;
    }
}
