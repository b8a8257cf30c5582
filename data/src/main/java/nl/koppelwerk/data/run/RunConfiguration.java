package nl.koppelwerk.data.run;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs, snapshots and publishing as beans; the clock comes from the application. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, AuditConfiguration.class})
public class RunConfiguration {
    @Bean
    Runs runs(JdbcClient jdbc, Clock clock) {
        return new Runs(jdbc, clock);
    }

    @Bean
    Snapshots snapshots(JdbcClient jdbc, OrganisationScope scope) {
        return new Snapshots(jdbc, scope);
    }

    @Bean
    Publishing publishing(JdbcClient jdbc, OrganisationScope scope, Runs runs, Clock clock) {
        return new Publishing(jdbc, scope, runs, clock);
    }

    @Bean
    Reconciling reconciling(JdbcClient jdbc, OrganisationScope scope, Runs runs, Clock clock) {
        return new Reconciling(jdbc, scope, runs, clock);
    }

    @Bean
    RunProgress runProgress(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        return new RunProgress(jdbc, scope, clock);
    }

    @Bean
    RunContents runContents(JdbcClient jdbc) {
        return new RunContents(jdbc);
    }

    @Bean
    Renewing renewing(JdbcClient jdbc, OrganisationScope scope, Audit audit, Clock clock) {
        return new Renewing(jdbc, scope, audit, clock);
    }

    @Bean
    ProposalReaders proposalReaders(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        return new ProposalReaders(jdbc, scope, clock);
    }

    @Bean
    Stamps stamps(JdbcClient jdbc, OrganisationScope scope) {
        return new Stamps(jdbc, scope);
    }
}
