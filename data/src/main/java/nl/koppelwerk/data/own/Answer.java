package nl.koppelwerk.data.own;

import java.util.SortedSet;

/** What came of changes that a volunteer sent. */
public sealed interface Answer {
    /** Kept, now or before: a change that came once more. */
    record Kept(Said said) implements Answer {}

    /** Nothing was kept: this field was changed elsewhere meanwhile. */
    record Elsewhere(Field field, SortedSet<String> mine, Said said) implements Answer {}

    /** Nothing was kept: this field cannot say so. */
    record Wrong(Field field, Said said) implements Answer {}

    /** The volunteer is no longer there. */
    record Gone() implements Answer {}
}
