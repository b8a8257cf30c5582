package nl.koppelwerk.data.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps capacity plans. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}. */
public final class CapacityPlans {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 12;

    private static final String SELECT = """
            select id, status, more, months, repetitions, seed, asked_at, seen_at, finished_at, share, answer
            from capacity_plan
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public CapacityPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records a new one. To be called under the lock of the organisation, when no other can be running: one that says so was
     * interrupted. Only the last ones are kept.
     */
    public void start(OrganisationId organisation, UUID id, Question question, Optional<UUID> account) {
        jdbc.sql("""
                        update capacity_plan set status = 'FAILED', finished_at = :now, failure = 'interrupted'
                        where status = 'RUNNING'
                        """).param("now", now()).update();
        jdbc.sql("""
                        delete from capacity_plan
                        where id not in (select id from capacity_plan order by asked_at desc, id limit :kept)
                        """).param("kept", KEPT).update();
        jdbc.sql("""
                        insert into capacity_plan (organisation, id, account, status, more, months, repetitions, seed, asked_at,
                                                   seen_at)
                        values (:organisation, :id, :account, 'RUNNING', :more, :months, :repetitions, :seed, :now, :now)
                        """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("account", account.orElse(null), Types.OTHER)
                .param("more", question.more())
                .param("months", question.months())
                .param("repetitions", question.repetitions())
                .param("seed", question.seed())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A sign of life. */
    public void report(UUID id, double share) {
        jdbc.sql("update capacity_plan set share = :share, seen_at = :now where id = :id and status = 'RUNNING'")
                .param("share", Math.clamp(share, 0, 1))
                .param("now", now())
                .param("id", id)
                .update();
    }

    public void finish(UUID id, Answer answer) {
        CapacityPlan.Status status =
                answer.outlooks().isEmpty() ? CapacityPlan.Status.TOO_LITTLE : CapacityPlan.Status.DONE;
        jdbc.sql("""
                        update capacity_plan
                        set status = :status, share = 1, finished_at = :now, answer = cast(:answer as jsonb)
                        where id = :id and status = 'RUNNING'
                        """)
                .param("status", status.name())
                .param("now", now())
                .param("answer", JSON.writeValueAsString(answer))
                .param("id", id)
                .update();
    }

    /** @param failure its kind, without persons */
    public void fail(UUID id, String failure) {
        jdbc.sql("""
                        update capacity_plan set status = 'FAILED', finished_at = :now, failure = :failure
                        where id = :id and status = 'RUNNING'
                        """)
                .param("now", now())
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    /** The one that was asked last. */
    public Optional<CapacityPlan> last() {
        return jdbc.sql(SELECT + "order by asked_at desc, id limit 1")
                .query(CapacityPlans::plan)
                .optional();
    }

    /** The last that came to its end with figures. */
    public Optional<CapacityPlan> lastDone() {
        return jdbc.sql(SELECT + "where status = 'DONE' order by asked_at desc, id limit 1")
                .query(CapacityPlans::plan)
                .optional();
    }

    private static CapacityPlan plan(ResultSet row, int number) throws SQLException {
        return new CapacityPlan(
                row.getObject("id", UUID.class),
                new Question(row.getInt("more"), row.getInt("months"), row.getInt("repetitions"), row.getLong("seed")),
                CapacityPlan.Status.valueOf(row.getString("status")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getDouble("share"),
                Optional.ofNullable(row.getString("answer")).map(text -> JSON.readValue(text, Answer.class)));
    }
}
