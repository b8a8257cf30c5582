package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.data.run.RunProgress.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One run of the organisation whose scope this is called in. */
public final class RunDetails {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The rows that were refused since the run before this one began. */
    private static final String REJECTED = """
            from import_reject j
            join import_file f on f.organisation = j.organisation and f.id = j.import_file
            join run r on r.id = :run
            where f.started_at <= r.started_at
              and f.started_at > coalesce((select max(b.started_at) from run b
                                           where b.status = 'PUBLISHED' and b.id < r.id), '-infinity')
            """;

    private final JdbcClient jdbc;
    private final RunViews runs;

    public RunDetails(JdbcClient jdbc, RunViews runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    public Optional<RunDetail> find(long number) {
        String sql = """
                select r.stage, coalesce(r.stage_share, 0) as share, r.seen_at, r.rules_versions::text as rules,
                       s.name as started_by, c.name as cancelled_by, r.cancel_requested_at is not null as stopping,
                       (select max(b.id) from run b where b.status = 'PUBLISHED' and b.id < r.id) as previous,
                       (select count(*) %s) as rejected
                from run r
                left join account s on s.organisation = r.organisation and s.id = r.account
                left join account c on c.organisation = r.organisation and c.id = r.cancelled_by
                where r.id = :run
                """.formatted(REJECTED);
        return runs.find(number)
                .map(run -> jdbc.sql(sql)
                        .param("run", number)
                        .query((row, count) -> detail(run, row))
                        .single());
    }

    /** In the order of files and rows. */
    public Page<RejectedRow> rejected(long run, int asked, int size) {
        long total = jdbc.sql("select count(*) " + REJECTED)
                .param("run", run)
                .query(Long.class)
                .single();
        int page = Page.nearest(asked, size, total);
        String sql = "select f.name, j.row_number, j.column_name, j.reason_dutch, j.reason_english " + REJECTED
                + "order by f.started_at, f.id, j.row_number limit :size offset :offset";
        return new Page<>(
                jdbc.sql(sql)
                        .param("run", run)
                        .param("size", size)
                        .param("offset", Page.offset(page, size))
                        .query((row, count) -> new RejectedRow(
                                row.getString("name"),
                                row.getInt("row_number"),
                                row.getString("column_name"),
                                row.getString("reason_dutch"),
                                row.getString("reason_english")))
                        .list(),
                page,
                size,
                total);
    }

    private static RunDetail detail(RunView run, ResultSet row) throws SQLException {
        return new RunDetail(
                run,
                Optional.ofNullable(row.getString("stage")).map(Stage::valueOf),
                row.getDouble("share"),
                Optional.ofNullable(row.getObject("seen_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("started_by")),
                Optional.ofNullable(row.getString("cancelled_by")),
                row.getBoolean("stopping"),
                rules(Optional.ofNullable(row.getString("rules"))),
                Optional.ofNullable(row.getObject("previous", Long.class)),
                row.getLong("rejected"));
    }

    private static Map<String, Integer> rules(Optional<String> json) {
        return json.<Map<String, Integer>>map(
                        text -> JSON.readValue(text, new TypeReference<TreeMap<String, Integer>>() {}))
                .orElseGet(Map::of);
    }
}
