package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.domain.family.FamilyId;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a tabulation is shown, given everything the municipality was shown before. Rounding comes on top: the
 * protection holds for an attacker who knows the figures unrounded.
 *
 * <p>Numbers of families are one system. Sums of a measure are another, in which only contributing families are behind
 * a figure. A sum to which all contribute nearly the same amount gives their number away, so it counts as a number too.
 */
public final class Publisher {
    private final Threshold threshold;

    public Publisher(Threshold threshold) {
        this.threshold = threshold;
    }

    /** @param earlier all releases to this municipality, in order, of whatever period */
    public Release publish(List<Release> earlier, Tabulation next) {
        List<Tabulation> all =
                new ArrayList<>(earlier.stream().map(Release::tabulation).toList());
        all.add(next);
        List<Career> careers = careers(all);
        Map<String, Dimension> dimensions = new TreeMap<>();
        all.forEach(tabulation -> tabulation.dimensions().forEach(found -> dimensions.put(found.name(), found)));
        Drafting drafting = new Drafting(earlier, next, careers, List.copyOf(dimensions.values()));
        Map<Selection, Long> counts = drafting.counts();
        Map<String, Map<Selection, Long>> sums = new TreeMap<>();
        for (String measure : next.measures()) {
            sums.put(measure, drafting.sums(measure, counts, sums));
        }
        return new Release(next, counts, sums);
    }

    private static List<Career> careers(List<Tabulation> all) {
        Map<FamilyId, List<@Nullable Observation>> careers = new LinkedHashMap<>();
        for (int publication = 0; publication < all.size(); publication++) {
            for (Observation family : all.get(publication).families()) {
                List<@Nullable Observation> career = careers.computeIfAbsent(family.family(), _ -> new ArrayList<>());
                while (career.size() < publication) {
                    career.add(null);
                }
                career.add(family);
            }
        }
        careers.values().forEach(career -> {
            while (career.size() < all.size()) {
                career.add(null);
            }
        });
        return careers.values().stream().map(Career::new).toList();
    }

    /** One release in the making. */
    private final class Drafting {
        private final List<Release> earlier;
        private final Tabulation next;
        private final List<Career> careers;
        private final List<Dimension> dimensions;

        private Drafting(List<Release> earlier, Tabulation next, List<Career> careers, List<Dimension> dimensions) {
            this.earlier = earlier;
            this.next = next;
            this.careers = careers;
            this.dimensions = dimensions;
        }

        private Map<Selection, Long> counts() {
            Questions questions = asked(Optional.empty());
            addFlat(questions, Map.of());
            next.selections()
                    .forEach(selection -> questions.want(new Question(earlier.size(), selection, Optional.empty())));
            Map<Selection, Long> counts = new LinkedHashMap<>();
            questions
                    .choose()
                    .forEach((question, families) ->
                            counts.put(question.selection(), Threshold.rounded(families, threshold.countStep())));
            return counts;
        }

        /** Sums are shown only where the number of families is. */
        private Map<Selection, Long> sums(
                String measure, Map<Selection, Long> counts, Map<String, Map<Selection, Long>> others) {
            Questions questions = asked(Optional.of(measure));
            for (Selection selection : next.selections()) {
                Question question = new Question(earlier.size(), selection, Optional.of(measure));
                if (counts.containsKey(selection) && !isDominated(question)) {
                    questions.want(question);
                } else {
                    questions.ask(question);
                }
            }
            List<Question> chosen = new ArrayList<>(questions.choose().keySet());
            List<Question> flat =
                    chosen.stream().filter(question -> isFlat(question, next)).toList();
            if (!flat.isEmpty()) {
                chosen.removeAll(flat);
                chosen.addAll(asNumbers(flat, counts, others));
            }
            Map<Selection, Long> sums = new LinkedHashMap<>();
            for (Question question : chosen) {
                long sum = amounts(question, next).sum();
                sums.put(question.selection(), Threshold.rounded(sum, threshold.amountStep()));
            }
            return sums;
        }

        /** Flat sums that may be shown when they count as numbers of families beside the real ones. */
        private List<Question> asNumbers(
                List<Question> flat, Map<Selection, Long> counts, Map<String, Map<Selection, Long>> others) {
            Questions numbers = asked(Optional.empty());
            addFlat(numbers, others);
            Question first = flat.getFirst();
            next.selections().stream()
                    .map(selection -> new Question(earlier.size(), selection, first.measure()))
                    .filter(question -> !flat.contains(question))
                    .forEach(numbers::ask);
            for (Selection selection : next.selections()) {
                Question question = new Question(earlier.size(), selection, Optional.empty());
                if (counts.containsKey(selection)) {
                    numbers.shown(question);
                } else {
                    numbers.ask(question);
                }
            }
            flat.forEach(numbers::want);
            return List.copyOf(numbers.choose().keySet());
        }

        /** What earlier releases asked and showed of one measure, or of the numbers of families. */
        private Questions asked(Optional<String> measure) {
            Questions questions = new Questions();
            for (int publication = 0; publication < earlier.size(); publication++) {
                Release release = earlier.get(publication);
                for (Selection selection : release.tabulation().selections()) {
                    Question question = new Question(publication, selection, measure);
                    boolean wasShown = measure.map(name -> release.sum(name, selection))
                            .orElseGet(() -> release.count(selection))
                            .isPresent();
                    if (wasShown) {
                        questions.shown(question);
                    } else {
                        questions.ask(question);
                    }
                }
            }
            return questions;
        }

        private void addFlat(Questions questions, Map<String, Map<Selection, Long>> ofNext) {
            for (int publication = 0; publication < earlier.size(); publication++) {
                Release release = earlier.get(publication);
                addFlat(questions, publication, release.tabulation(), release.sums());
            }
            addFlat(questions, earlier.size(), next, ofNext);
        }

        private void addFlat(
                Questions questions, int publication, Tabulation tabulation, Map<String, Map<Selection, Long>> sums) {
            sums.forEach((measure, shown) -> shown.keySet().forEach(selection -> {
                Question question = new Question(publication, selection, Optional.of(measure));
                if (isFlat(question, tabulation)) {
                    questions.shown(question);
                }
            }));
        }

        private boolean isDominated(Question question) {
            long largest = amounts(question, next).map(Math::abs).max().orElse(0);
            long whole = amounts(question, next).map(Math::abs).sum();
            return largest * 100 > whole * threshold.largestSharePercent();
        }

        /** Amounts within a tenth of each other: whoever knows the amount can count. */
        private boolean isFlat(Question question, Tabulation tabulation) {
            long least = amounts(question, tabulation).min().orElse(0);
            long most = amounts(question, tabulation).max().orElse(0);
            return Math.abs(most - least) * 10 <= Math.min(Math.abs(least), Math.abs(most));
        }

        private java.util.stream.LongStream amounts(Question question, Tabulation tabulation) {
            String measure = question.measure().orElseThrow();
            return tabulation.families().stream().filter(question::isAbout).mapToLong(family -> family.amount(measure));
        }

        /** Questions of one system while it is put together. */
        private final class Questions {
            private final List<Question> questions = new ArrayList<>();
            private final BitSet before = new BitSet();
            private final BitSet wanted = new BitSet();

            private void ask(Question question) {
                questions.add(question);
            }

            private void shown(Question question) {
                before.set(questions.size());
                questions.add(question);
            }

            private void want(Question question) {
                wanted.set(questions.size());
                questions.add(question);
            }

            /** What may be shown, with the number of families behind it. */
            private Map<Question, Integer> choose() {
                questions.stream()
                        .map(Question::aboutEverybody)
                        .distinct()
                        .filter(question -> !questions.contains(question))
                        .toList()
                        .forEach(this::ask);
                Protection protection = new Protection(careers, dimensions, questions, threshold.families());
                Map<Question, Integer> chosen = new LinkedHashMap<>();
                protection.choose(before, wanted).stream()
                        .forEach(number -> chosen.put(questions.get(number), protection.families(number)));
                return chosen;
            }
        }
    }
}
