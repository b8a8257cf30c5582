package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly runs of the organisation whose scope this is called in. */
public final class RunViews {
    private static final String COLUMNS = """
            select r.id, r.day, r.status, r.started_at, r.finished_at, r.software_version, r.seed, r.failure,
                   coalesce(r.requests, 0) as requests, coalesce(r.volunteers, 0) as volunteers,
                   coalesce(r.feasible_pairs, 0) as feasible_pairs, coalesce(r.proposed, 0) as proposed,
                   coalesce(r.unpaired, 0) as unpaired, coalesce(r.mean_distance_metres, 0) as mean_distance_metres,
                   coalesce(r.served_weight, 0) as served_weight,
                   coalesce(r.served_weight_bound, 0) as served_weight_bound,
                   coalesce(r.fit, 0) as fit, r.fit_bound,
                   coalesce(r.time_limit_reached, false) as time_limit_reached,
                   (select count(*)
                    from proposal p join pairing k on k.organisation = p.organisation and k.id = p.pairing
                    where p.organisation = r.organisation and p.run = r.id and k.step <> 'PROPOSED' and k.held) as decided
            from run r
            """;

    private final JdbcClient jdbc;

    public RunViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public Page<RunView> list(int asked, int size) {
        long total = jdbc.sql("select count(*) from run").query(Long.class).single();
        int page = Page.nearest(asked, size, total);
        List<RunView> items = jdbc.sql(COLUMNS + "order by r.id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", Page.offset(page, size))
                .query((row, number) -> view(row))
                .list();
        return new Page<>(items, page, size, total);
    }

    public Optional<RunView> find(long number) {
        return jdbc.sql(COLUMNS + "where r.id = :number")
                .param("number", number)
                .query((row, count) -> view(row))
                .optional();
    }

    /** The run whose proposals stand. */
    public Optional<RunView> findLastPublished() {
        return jdbc.sql(COLUMNS + "where r.status = 'PUBLISHED' order by r.id desc limit 1")
                .query((row, count) -> view(row))
                .optional();
    }

    private static RunView view(ResultSet row) throws SQLException {
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new RunView(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                RunView.Status.valueOf(row.getString("status")),
                started,
                Optional.ofNullable(finished).map(end -> Duration.between(started, end.toInstant())),
                row.getString("software_version"),
                row.getLong("seed"),
                figures(row),
                row.getLong("decided"),
                Optional.ofNullable(row.getString("failure")));
    }

    private static RunView.Figures figures(ResultSet row) throws SQLException {
        return new RunView.Figures(
                row.getLong("requests"),
                row.getLong("volunteers"),
                row.getLong("feasible_pairs"),
                row.getLong("proposed"),
                row.getLong("unpaired"),
                row.getInt("mean_distance_metres"),
                row.getLong("served_weight"),
                row.getLong("served_weight_bound"),
                row.getLong("fit"),
                Optional.ofNullable(row.getObject("fit_bound", Long.class)),
                row.getBoolean("time_limit_reached"));
    }
}
