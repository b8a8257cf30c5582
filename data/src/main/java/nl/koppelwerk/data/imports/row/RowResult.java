package nl.koppelwerk.data.imports.row;

import java.util.List;

/** What came of reading a row. */
public sealed interface RowResult<T> {
    /** The row says something that can be used. */
    record Good<T>(T line) implements RowResult<T> {}

    /**
     * The row is refused.
     *
     * @param problems at least one
     */
    record Bad<T>(List<Problem> problems) implements RowResult<T> {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
