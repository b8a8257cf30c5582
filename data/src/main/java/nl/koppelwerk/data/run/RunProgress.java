package nl.koppelwerk.data.run;

import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a run is, for whoever is watching. */
public final class RunProgress {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    public RunProgress(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The pieces of work of a run, in order. */
    public enum Stage {
        SNAPSHOT,
        MATCH,
        PUBLISH,
        RECONCILE
    }

    /** @param share of this stage, 0 to 1 */
    public void report(Run run, Stage stage, double share) {
        String sql = """
                update run
                set stage = :stage, stage_share = :share
                where id = :run
                """;
        scope.inside(run.organisation(), () -> {
            jdbc.sql(sql)
                    .param("stage", stage.name())
                    .param("share", share)
                    .param("run", run.id().value())
                    .update();
        });
    }
}
