package nl.koppelwerk.disclosure;

import java.util.Optional;

/**
 * One figure that may be published: how many families, or what they sum up to.
 *
 * @param publication number of the publication, in order
 * @param measure empty for the number of families; otherwise only families that contribute are behind the figure
 */
record Question(int publication, Selection selection, Optional<String> measure) {
    /** The same question about everybody. */
    Question aboutEverybody() {
        return new Question(publication, Selection.EVERYBODY, measure);
    }

    boolean isAbout(Observation family) {
        return selection.matches(family.categories())
                && measure.map(name -> family.amount(name) != 0).orElse(true);
    }

    /** How deep in its table: 0 for a grand total, 1 for a margin, 2 for a cell. */
    int depth() {
        return selection.where().size();
    }
}
