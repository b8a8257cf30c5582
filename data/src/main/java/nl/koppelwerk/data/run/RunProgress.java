package nl.koppelwerk.data.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.pairing.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a run is, for whoever is watching, and whether somebody wants it to stop. */
public final class RunProgress {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;

    public RunProgress(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
    }

    /** The pieces of work of a run, in order. */
    public enum Stage {
        SNAPSHOT(0, 0.05),
        MATCH(0.05, 0.9),
        PUBLISH(0.9, 0.97),
        RECONCILE(0.97, 1);

        private final double begins;
        private final double ends;

        /** Shares of the whole run, as they usually are. */
        Stage(double begins, double ends) {
            this.begins = begins;
            this.ends = ends;
        }

        /**
         * How far the whole run is.
         *
         * @param share of this stage, 0 to 1
         */
        public double ofWhole(double share) {
            return begins + (ends - begins) * Math.clamp(share, 0, 1);
        }
    }

    /**
     * @param share of this stage, 0 to 1
     * @return whether somebody has cancelled the run
     */
    public boolean report(Run run, Stage stage, double share) {
        String sql = """
                update run
                set stage = :stage, stage_share = :share, seen_at = :now
                where id = :run
                returning cancel_requested_at is not null as cancelled
                """;
        return scope.inside(
                run.organisation(),
                () -> jdbc.sql(sql)
                        .param("stage", stage.name())
                        .param("share", Math.clamp(share, 0, 1))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("run", run.id().value())
                        .query((row, number) -> row.getBoolean("cancelled"))
                        .single());
    }

    /** Records who started the run. Works inside an {@link OrganisationScope}. */
    public void startedBy(RunId run, UUID account) {
        jdbc.sql("update run set account = :account where id = :run")
                .param("account", account)
                .param("run", run.value())
                .update();
    }

    /**
     * Asks a run to stop; it does so soon, and publishes nothing. Works inside an {@link OrganisationScope}.
     *
     * @return false when it is too late: the run has ended, or its proposals are being published
     */
    public boolean cancel(RunId run, UUID account) {
        String sql = """
                update run
                set cancel_requested_at = coalesce(cancel_requested_at, :now), cancelled_by = coalesce(cancelled_by, :account)
                where id = :run and status = 'RUNNING'
                """;
        return jdbc.sql(sql)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .param("run", run.value())
                        .update()
                == 1;
    }
}
