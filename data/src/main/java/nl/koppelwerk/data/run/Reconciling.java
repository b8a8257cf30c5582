package nl.koppelwerk.data.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts again, from the rows themselves, what a run says it has published. */
public final class Reconciling {
    private static final String DIFFERENCE = """
            with counted as (
                select r.proposed, r.unpaired,
                       (select count(*) from proposal n where n.run = r.id and n.replan = 0) as proposals,
                       (select count(*) from unpaired u where u.run = r.id and u.replan = 0) as left_over,
                       (select count(*) from proposal n join unpaired u on u.run = n.run and u.request = n.request
                        where n.run = r.id and n.replan = 0 and u.replan = 0) as in_both,
                       (select count(*) from pairing p
                        where p.step = 'PROPOSED' and not p.held and p.run is distinct from r.id) as strange
                from run r
                where r.id = :run)
            select case
                       when proposals <> proposed then format('%s of %s proposals', proposals, proposed)
                       when left_over <> unpaired then format('%s of %s unpaired', left_over, unpaired)
                       when in_both > 0 then format('%s requests proposed and unpaired at once', in_both)
                       when strange > 0 then format('%s proposals of an earlier run left', strange)
                   end as difference
            from counted
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Runs runs;
    private final Clock clock;

    public Reconciling(JdbcClient jdbc, OrganisationScope scope, Runs runs, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.runs = runs;
        this.clock = clock;
    }

    /** The published run that was interrupted before it was reconciled, if there is one. */
    public Optional<Run> findInterrupted(OrganisationId organisation) {
        String sql = """
                select id
                from run
                where status = 'PUBLISHED' and reconciled_at is null and failure is null
                order by id desc
                limit 1
                """;
        return scope.reading(
                organisation,
                () -> jdbc.sql(sql)
                        .query((row, number) -> new RunId(row.getLong("id")))
                        .optional()
                        .map(runs::get));
    }

    /**
     * Records that the rows are as the run says, or how they differ; either way the proposals stand.
     *
     * @return the difference; empty when there is none
     * @throws OvertakenException when a later run has started
     */
    public Optional<String> reconcile(Run run) {
        return scope.inside(run.organisation(), () -> {
            runs.hold(run);
            Optional<String> difference = jdbc.sql(DIFFERENCE)
                    .param("run", run.id().value())
                    .query((row, number) -> Optional.ofNullable(row.getString("difference")))
                    .single()
                    .or(() -> runs.keepsItsSnapshot(run.id())
                            ? Optional.empty()
                            : Optional.of("the snapshot has changed"));
            record(run, difference);
            return difference;
        });
    }

    private void record(Run run, Optional<String> difference) {
        String sql = """
                update run
                set reconciled_at = :now, failure = :failure
                where id = :run
                """;
        jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("failure", difference.map(text -> "reconcile: " + text).orElse(null))
                .param("run", run.id().value())
                .update();
    }
}
