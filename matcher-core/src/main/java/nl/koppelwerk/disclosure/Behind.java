package nl.koppelwerk.disclosure;

import java.util.BitSet;
import java.util.List;

/** Which families are behind which questions. */
final class Behind {
    private final BitSet[] familiesOf;

    Behind(List<Career> careers, List<Question> questions) {
        familiesOf = new BitSet[questions.size()];
        for (int question = 0; question < familiesOf.length; question++) {
            familiesOf[question] = new BitSet(careers.size());
            for (int family = 0; family < careers.size(); family++) {
                familiesOf[question].set(family, careers.get(family).isBehind(questions.get(question)));
            }
        }
    }

    int families(int question) {
        return familiesOf[question].cardinality();
    }

    /** How many families are behind one of two questions and not behind the other. */
    int between(int question, int other) {
        BitSet difference = (BitSet) familiesOf[question].clone();
        difference.xor(familiesOf[other]);
        return difference.cardinality();
    }
}
