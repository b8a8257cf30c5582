package nl.koppelwerk.data.household;

import java.util.SortedSet;

/** What came of changes that a family sent. */
public sealed interface Outcome {
    /**
     * Kept, now or before: a change that came once more.
     *
     * @param replan whether the plan can be another now
     */
    record Kept(Said said, boolean replan) implements Outcome {}

    /** Nothing was kept: this field was changed elsewhere meanwhile. */
    record Elsewhere(Field field, SortedSet<String> mine, Said said) implements Outcome {}

    /** Nothing was kept: this field cannot say so. */
    record Wrong(Field field, Said said) implements Outcome {}

    /** The link opens nothing that can be changed, or no longer. */
    record Gone() implements Outcome {}
}
