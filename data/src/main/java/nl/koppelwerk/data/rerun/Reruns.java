package nl.koppelwerk.data.rerun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The reruns of an organisation. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}. */
public final class Reruns {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select id, run, programme, settings, account, status, started_at, seen_at, finished_at, share,
                   cancel_requested_at, failure, coalesce(time_limit_reached, false) as time_limit_reached
            from rerun
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Reruns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records a new one. To be called under the lock of the organisation, when no other can be running: one that says so
     * was interrupted.
     */
    public void start(OrganisationId organisation, UUID id, RunId run, UUID account, Optional<Rerun.Draft> draft) {
        jdbc.sql(
                        "update rerun set status = 'FAILED', finished_at = :now, failure = 'interrupted' where status = 'RUNNING'")
                .param("now", now())
                .update();
        jdbc.sql("delete from rerun where started_at < :longAgo")
                .param("longAgo", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        String sql = """
                insert into rerun (organisation, id, run, programme, settings, account, status, started_at, seen_at)
                values (:organisation, :id, :run, :programme, cast(:settings as jsonb), :account, 'RUNNING', :now, :now)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("run", run.value())
                .param(
                        "programme",
                        draft.map(tried -> tried.programme().value()).orElse(null),
                        Types.OTHER)
                .param(
                        "settings",
                        draft.map(tried -> JSON.writeValueAsString(tried.settings()))
                                .orElse(null))
                .param("account", account)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A sign of life.
     *
     * @param share 0 to 1
     * @return whether somebody has asked it to stop
     */
    public boolean report(UUID id, double share) {
        String sql = """
                update rerun
                set share = :share, seen_at = :now
                where id = :id
                returning cancel_requested_at is not null as cancelled
                """;
        return jdbc.sql(sql)
                .param("share", Math.clamp(share, 0, 1))
                .param("now", now())
                .param("id", id)
                .query((row, number) -> row.getBoolean("cancelled"))
                .optional()
                .orElse(true);
    }

    /** Asks it to stop; false: it has ended already. */
    public boolean cancel(UUID id) {
        String sql = """
                update rerun
                set cancel_requested_at = coalesce(cancel_requested_at, :now)
                where id = :id and status = 'RUNNING'
                """;
        return jdbc.sql(sql).param("now", now()).param("id", id).update() == 1;
    }

    public void finish(OrganisationId organisation, UUID id, Outcome outcome) {
        String sql = """
                update rerun
                set status = 'DONE', share = 1, finished_at = :now, served_weight = :servedWeight, fit = :fit,
                    time_limit_reached = :timeLimitReached
                where id = :id and status = 'RUNNING'
                """;
        jdbc.sql(sql)
                .param("now", now())
                .param("servedWeight", outcome.figures().servedWeight())
                .param("fit", outcome.figures().fit())
                .param("timeLimitReached", outcome.figures().timeLimitReached())
                .param("id", id)
                .update();
        List<Outcome.Proposal> all = outcome.proposals();
        for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
            insert(organisation, id, all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME)));
        }
    }

    /** People who are no longer there since the night are left out. */
    private void insert(OrganisationId organisation, UUID id, List<Outcome.Proposal> proposals) {
        String sql = """
                insert into rerun_proposal (organisation, rerun, request, volunteer, day_parts, fit, distance_metres)
                select :organisation, :id, n.request, n.volunteer, n.day_parts, n.fit, n.distance_metres
                from jsonb_populate_recordset(null::rerun_proposal, cast(:rows as jsonb)) n
                join support_request s on s.id = n.request
                join volunteer v on v.id = n.volunteer
                """;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Outcome.Proposal proposal : proposals) {
            rows.add(Map.of(
                    "request", proposal.request().value(),
                    "volunteer", proposal.volunteer().value(),
                    "day_parts", proposal.dayParts().bits(),
                    "fit", proposal.fit(),
                    "distance_metres", proposal.distanceMetres()));
        }
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** Records that it failed, or stopped when somebody asked for that. */
    public void fail(UUID id, String failure) {
        String sql = """
                update rerun
                set status = case when cancel_requested_at is null then 'FAILED' else 'CANCELLED' end,
                    finished_at = :now, failure = :failure
                where id = :id and status = 'RUNNING'
                """;
        jdbc.sql(sql)
                .param("now", now())
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    public Optional<Rerun> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Reruns::rerun)
                .optional();
    }

    /** The one that says it is running, whether or not its process still lives. */
    public Optional<Rerun> findRunning() {
        return jdbc.sql(SELECT + "where status = 'RUNNING'")
                .query(Reruns::rerun)
                .optional();
    }

    /** Replays of a run, the latest first. */
    public List<Rerun> replays(RunId run) {
        return jdbc.sql(SELECT + "where run = :run and programme is null order by started_at desc, id")
                .param("run", run.value())
                .query(Reruns::rerun)
                .list();
    }

    /** Drafts of a programme's rules that were tried, the latest first. */
    public List<Rerun> tries(ProgrammeId programme) {
        return jdbc.sql(SELECT + "where programme = :programme order by started_at desc, id")
                .param("programme", programme.value())
                .query(Reruns::rerun)
                .list();
    }

    private static Rerun rerun(ResultSet row, int number) throws SQLException {
        return new Rerun(
                row.getObject("id", UUID.class),
                new RunId(row.getLong("run")),
                draft(row),
                row.getObject("account", UUID.class),
                Rerun.Status.valueOf(row.getString("status")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                row.getDouble("share"),
                instant(row, "cancel_requested_at").isPresent(),
                Optional.ofNullable(row.getString("failure")),
                row.getBoolean("time_limit_reached"));
    }

    private static Optional<Rerun.Draft> draft(ResultSet row) throws SQLException {
        UUID programme = row.getObject("programme", UUID.class);
        return programme == null
                ? Optional.empty()
                : Optional.of(new Rerun.Draft(
                        new ProgrammeId(programme), JSON.readValue(row.getString("settings"), RuleSettings.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
