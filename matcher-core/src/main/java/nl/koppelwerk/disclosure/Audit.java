package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for groups of few families that an attacker could bound. A group is closed when there are two whole
 * populations that agree with every figure shown and differ in it by the threshold or more: with such witnesses nobody
 * can bound it more tightly, whatever means he has.
 *
 * <p>Dimensions that are never crossed in one selection are looked at apart. A witness changes the categories of one
 * such part only and leaves to each family the publications it is in, so it agrees with the figures of all other parts.
 */
final class Audit {
    /**
     * A group that an attacker could bound.
     *
     * @param question the question that is to stay hidden; empty for a group that only differencing finds
     * @param dimensions of the part in which it was found
     */
    record Open(Optional<Question> question, Set<String> dimensions) {}

    private record Voice(int publication, Optional<String> measure) {}

    private final List<Career> careers;
    private final List<Dimension> dimensions;
    private final List<Question> questions;
    private final Behind behind;
    private final int threshold;

    Audit(List<Career> careers, List<Dimension> dimensions, List<Question> questions, Behind behind, int threshold) {
        this.careers = careers;
        this.dimensions = dimensions;
        this.questions = questions;
        this.behind = behind;
        this.threshold = threshold;
    }

    /** @param shown numbers of the questions that are answered */
    List<Open> open(BitSet shown) {
        Set<Voice> speaking = new java.util.HashSet<>();
        shown.stream().forEach(number -> speaking.add(voice(questions.get(number))));
        List<Open> open = new ArrayList<>();
        for (Set<String> part : parts()) {
            List<Question> answered = new ArrayList<>();
            List<Question> hidden = new ArrayList<>();
            for (int number = 0; number < questions.size(); number++) {
                Question question = questions.get(number);
                if (part.containsAll(question.selection().where().keySet()) && speaking.contains(voice(question))) {
                    if (shown.get(number)) {
                        answered.add(question);
                    } else if (behind.families(number) < threshold) {
                        hidden.add(question);
                    }
                }
            }
            if (!answered.isEmpty()) {
                List<Dimension> ofPart = dimensions.stream()
                        .filter(dimension -> part.contains(dimension.name()))
                        .toList();
                Part kinds = Part.of(careers, ofPart, answered, hidden);
                new Witnesses(kinds, threshold).open().forEach(found -> open.add(new Open(found, part)));
            }
        }
        return open;
    }

    /** Nothing is known of a publication or measure of which nothing is shown. */
    private static Voice voice(Question question) {
        return new Voice(question.publication(), question.measure());
    }

    /** Dimensions that some selection crosses are in one part. */
    private List<Set<String>> parts() {
        TreeMap<String, Set<String>> partOf = new TreeMap<>();
        dimensions.forEach(dimension -> partOf.put(dimension.name(), new TreeSet<>(Set.of(dimension.name()))));
        for (Question question : questions) {
            Set<String> together = new TreeSet<>();
            question.selection()
                    .where()
                    .keySet()
                    .forEach(name -> together.addAll(partOf.getOrDefault(name, Set.of(name))));
            together.forEach(name -> partOf.put(name, together));
        }
        List<Set<String>> parts = partOf.values().stream().distinct().toList();
        return parts.isEmpty() ? List.of(Set.of()) : parts;
    }
}
