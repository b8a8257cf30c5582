package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All organisations with how their last run went; the database answers this to system administrators only. */
public final class RunStates {
    private final JdbcClient jdbc;

    public RunStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RunState> list() {
        String sql = """
                select organisation_name, run, day, status, started_at, finished_at, failure
                from run_states()
                """;
        return jdbc.sql(sql)
                .query((row, number) -> new RunState(row.getString("organisation_name"), last(row)))
                .list();
    }

    private static Optional<RunState.Last> last(ResultSet row) throws SQLException {
        if (row.getString("status") == null) {
            return Optional.empty();
        }
        return Optional.of(new RunState.Last(
                row.getLong("run"),
                row.getObject("day", LocalDate.class),
                RunView.Status.valueOf(row.getString("status")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("failure"))));
    }
}
