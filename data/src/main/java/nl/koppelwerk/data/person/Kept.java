package nl.koppelwerk.data.person;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.imports.row.Problem;

/**
 * What came of a form that somebody sent.
 *
 * @param <T> what the form is about
 */
public sealed interface Kept<T> {
    /** It is kept now. */
    record Done<T>(UUID id) implements Kept<T> {}

    /**
     * Nothing was kept, because something in it is wrong.
     *
     * @param problems by column, at least one
     */
    record Wrong<T>(List<Problem> problems) implements Kept<T> {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing was kept, because somebody else changed it meanwhile.
     *
     * @param mine what the form says
     * @param theirs what is kept now
     * @param since what was changed meanwhile
     */
    record Outdated<T>(T mine, T theirs, List<Change> since) implements Kept<T> {
        public Outdated {
            since = List.copyOf(since);
        }
    }

    /** Nothing was kept yet, because it may be there already. */
    record Alike<T>(List<Likeness> likenesses) implements Kept<T> {
        public Alike {
            likenesses = List.copyOf(likenesses);
        }
    }

    /** There is no such record, or it was merged into another. */
    record Gone<T>() implements Kept<T> {}
}
