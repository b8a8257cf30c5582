package nl.koppelwerk.data.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifts the limits of the reader for a calculation, inside a transaction of the organisation. Whether a volunteer has room
 * left depends on families that the reader may not see; what comes out may be shown, the rows may not.
 */
public final class WholeOrganisation {
    private WholeOrganisation() {}

    /** When the work fails, so does the transaction, and the limits end with it. */
    public static <T> T seen(JdbcClient jdbc, Supplier<T> work) {
        String limited = part(jdbc, "all");
        T outcome = work.get();
        part(jdbc, limited);
        return outcome;
    }

    /** Answers what it was before. */
    private static String part(JdbcClient jdbc, String wanted) {
        return jdbc.sql("select part() as before, set_config('app.part', :wanted, true) as now")
                .param("wanted", wanted)
                .query((row, number) -> row.getString("before"))
                .single();
    }
}
