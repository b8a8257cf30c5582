package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of families there are or could be in one part of the questions. A family's pattern is in which publications
 * it is and to what it contributes; how many families have a pattern is taken as known, though nobody may know it.
 *
 * @param answered questions with a figure shown
 * @param hidden questions that few families are behind
 * @param kinds pattern and questions behind, with the number of families there are, often none
 * @param patterns families that have each pattern
 * @param splits a family of a pattern may be two: one who left and another who came
 */
record Part(
        List<Question> answered,
        List<Question> hidden,
        Map<Kind, Integer> kinds,
        Map<Pattern, Integer> patterns,
        List<Split> splits) {
    private static final int MOST_COMBINATIONS = 2000;

    /** In which publications, and for each measured question whether the family contributes. */
    record Pattern(BitSet present, BitSet contributes) {}

    /** Numbers of the answered questions a family is behind, and of the hidden ones. */
    record Kind(Pattern pattern, BitSet answered, BitSet hidden) {}

    record Split(Pattern whole, Pattern one, Pattern other) {}

    static Part of(List<Career> careers, List<Dimension> dimensions, List<Question> answered, List<Question> hidden) {
        Part part = new Part(answered, hidden, new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        Map<Pattern, Career> examples = new LinkedHashMap<>();
        for (Career career : careers) {
            Kind kind = part.kind(career);
            if (!kind.pattern.present.isEmpty()) {
                part.kinds.merge(kind, 1, Integer::sum);
                part.patterns.merge(kind.pattern, 1, Integer::sum);
                examples.putIfAbsent(kind.pattern, career);
            }
        }
        part.addSplits(examples);
        if (dimensions.stream().allMatch(Dimension::free)) {
            List<Map<String, String>> combinations = combinations(dimensions);
            for (Career example : examples.values()) {
                combinations.forEach(changed -> part.kinds.putIfAbsent(part.kind(example.with(changed)), 0));
            }
        }
        return part;
    }

    private Kind kind(Career career) {
        BitSet present = new BitSet();
        BitSet contributes = new BitSet();
        BitSet behindAnswered = new BitSet();
        for (int number = 0; number < answered.size(); number++) {
            Question question = answered.get(number);
            int publication = question.publication();
            if (question.measure().isEmpty() ? career.isIn(publication) : contributes(career, question)) {
                present.set(publication);
            }
            contributes.set(number, contributes(career, question));
            behindAnswered.set(number, career.isBehind(question));
        }
        BitSet behindHidden = new BitSet();
        for (int number = 0; number < hidden.size(); number++) {
            behindHidden.set(number, career.isBehind(hidden.get(number)));
        }
        return new Kind(new Pattern(present, contributes), behindAnswered, behindHidden);
    }

    private static boolean contributes(Career career, Question question) {
        return question.measure()
                .map(measure -> career.contributes(question.publication(), measure))
                .orElse(false);
    }

    /** Only into ways of coming and going that there are: where nobody leaves, an attacker may know that nobody can. */
    private void addSplits(Map<Pattern, Career> examples) {
        for (Map.Entry<Pattern, Career> whole : examples.entrySet()) {
            for (Pattern pattern : examples.keySet()) {
                Pattern one = kind(whole.getValue().within(pattern.present, true)).pattern;
                Pattern other = kind(whole.getValue().within(pattern.present, false)).pattern;
                boolean both = !one.present.isEmpty() && !other.present.isEmpty();
                if (both && patterns.containsKey(one) && patterns.containsKey(other)) {
                    splits.add(new Split(whole.getKey(), one, other));
                }
            }
        }
    }

    /** All combinations of categories; none when there are too many, and then less can be shown. */
    private static List<Map<String, String>> combinations(List<Dimension> dimensions) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Dimension dimension : dimensions) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String category : dimension.categories()) {
                    Map<String, String> more = new HashMap<>(combination);
                    more.put(dimension.name(), category);
                    longer.add(more);
                }
            }
            combinations = longer.size() > MOST_COMBINATIONS ? List.of() : longer;
        }
        return combinations;
    }
}
