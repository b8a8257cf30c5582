package nl.koppelwerk.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses what to show of a list of questions, given what was shown before. A figure is shown when it describes enough
 * families, when it differs from each other figure shown by enough families or by none, and when no group of few
 * families is open to an attacker who knows all figures shown. To close a group a figure near it is withheld.
 */
final class Protection {
    private final List<Question> questions;
    private final Behind behind;
    private final Audit audit;
    private final int threshold;
    private final int[] families;

    Protection(List<Career> careers, List<Dimension> dimensions, List<Question> questions, int threshold) {
        this.questions = questions;
        this.behind = new Behind(careers, questions);
        this.audit = new Audit(careers, dimensions, questions, behind, threshold);
        this.threshold = threshold;
        this.families =
                IntStream.range(0, questions.size()).map(behind::families).toArray();
    }

    int families(int question) {
        return families[question];
    }

    /**
     * @param before questions that were shown already
     * @param wanted questions that one would like to show
     * @return which of the wanted may be shown
     */
    BitSet choose(BitSet before, BitSet wanted) {
        BitSet shown = (BitSet) before.clone();
        wanted.stream()
                .boxed()
                .sorted(Comparator.comparing((Integer question) ->
                                questions.get(question).measure().isPresent())
                        .thenComparing(question -> questions.get(question).depth())
                        .thenComparing(question -> -families[question]))
                .filter(question -> isLarge(question) && differsEnough(question, known(shown)))
                .forEach(shown::set);
        BitSet hoped = (BitSet) shown.clone();
        withholdUntilClosed(shown, before);
        hoped.andNot(shown);
        restore(hoped, shown);
        shown.andNot(before);
        shown.and(wanted);
        return shown;
    }

    private boolean isLarge(int question) {
        return families[question] >= threshold;
    }

    /** What is shown, and for how many families in all: figures of several tables may tell that together. */
    private BitSet known(BitSet shown) {
        BitSet known = (BitSet) shown.clone();
        shown.stream()
                .map(question -> questions.indexOf(questions.get(question).aboutEverybody()))
                .forEach(known::set);
        return known;
    }

    private boolean differsEnough(int question, BitSet known) {
        int everybody = questions.indexOf(questions.get(question).aboutEverybody());
        return differsEnoughFromEach(question, known)
                && (known.get(everybody)
                        || differsEnoughFromEach(everybody, known)
                                && (everybody == question || behind.between(question, everybody) >= threshold));
    }

    private boolean differsEnoughFromEach(int question, BitSet known) {
        return known.stream().filter(other -> other != question).allMatch(other -> {
            int between = behind.between(question, other);
            return between >= threshold || between == 0 && isSameOfAnotherTime(question, other);
        });
    }

    /** The same families again under the same heading say nothing new; under another heading they do. */
    private boolean isSameOfAnotherTime(int question, int other) {
        Question one = questions.get(question);
        Question two = questions.get(other);
        return one.publication() != two.publication()
                && one.selection().equals(two.selection())
                && one.measure().equals(two.measure());
    }

    private void withholdUntilClosed(BitSet shown, BitSet before) {
        List<Audit.Open> open = audit.open(known(shown));
        while (!open.isEmpty()) {
            BitSet removable = (BitSet) shown.clone();
            removable.andNot(before);
            if (removable.isEmpty()) {
                return;
            }
            open.stream().distinct().forEach(group -> withholdNear(group, shown, removable));
            open = audit.open(known(shown));
        }
    }

    /** Several figures are withheld at a time, some for nothing: those that leave all groups closed are shown again. */
    private void restore(BitSet withheld, BitSet shown) {
        withheld.stream()
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer question) -> questions.get(question).depth())
                        .thenComparing(question -> -families[question]))
                .forEach(question -> {
                    shown.set(question);
                    if (!audit.open(known(shown)).isEmpty()) {
                        shown.clear(question);
                    }
                });
    }

    /** From the same table if possible, the deepest first, then the smallest: the least loss to a reader. */
    private void withholdNear(Audit.Open open, BitSet shown, BitSet removable) {
        removable.stream()
                .boxed()
                .min(Comparator.comparing((Integer question) -> distance(open, questions.get(question)))
                        .thenComparing(question -> -questions.get(question).depth())
                        .thenComparing(question -> families[question]))
                .ifPresent(question -> {
                    shown.clear(question);
                    removable.clear(question);
                });
    }

    /** 0: from the same table; 1: of the same part; 2: from elsewhere. */
    private static int distance(Audit.Open open, Question question) {
        Set<String> dimensions = question.selection().where().keySet();
        boolean ofTable = open.question()
                .map(hidden -> hidden.selection().where().keySet().containsAll(dimensions))
                .orElse(false);
        if (ofTable && !dimensions.isEmpty()) {
            return 0;
        }
        return open.dimensions().containsAll(dimensions) ? 1 : 2;
    }
}
