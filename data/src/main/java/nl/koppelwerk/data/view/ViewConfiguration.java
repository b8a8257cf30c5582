package nl.koppelwerk.data.view;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.view.morning.MorningViews;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.VolunteerViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class ViewConfiguration {
    @Bean
    ProposalViews proposalViews(JdbcClient jdbc, Clock clock) {
        return new ProposalViews(jdbc, clock);
    }

    @Bean
    DecisionViews decisionViews(JdbcClient jdbc, Clock clock) {
        return new DecisionViews(jdbc, clock);
    }

    @Bean
    FilterViews filterViews(JdbcClient jdbc, Clock clock) {
        return new FilterViews(jdbc, clock);
    }

    @Bean
    MorningViews morningViews(JdbcClient jdbc, Clock clock) {
        return new MorningViews(jdbc, clock);
    }

    @Bean
    UnpairedViews unpairedViews(JdbcClient jdbc) {
        return new UnpairedViews(jdbc);
    }

    @Bean
    RunViews runViews(JdbcClient jdbc) {
        return new RunViews(jdbc);
    }

    @Bean
    RunStates runStates(JdbcClient jdbc) {
        return new RunStates(jdbc);
    }

    @Bean
    CareViews careViews(JdbcClient jdbc) {
        return new CareViews(jdbc);
    }

    @Bean
    FamilyViews familyViews(JdbcClient jdbc) {
        return new FamilyViews(jdbc);
    }

    @Bean
    VolunteerViews volunteerViews(JdbcClient jdbc) {
        return new VolunteerViews(jdbc);
    }

    @Bean
    PairingViews pairingViews(JdbcClient jdbc) {
        return new PairingViews(jdbc);
    }

    @Bean
    RunDetails runDetails(JdbcClient jdbc, RunViews runs) {
        return new RunDetails(jdbc, runs);
    }

    @Bean
    RunReports runReports(JdbcClient jdbc, Runs runs, RunContents contents) {
        return new RunReports(jdbc, runs, contents);
    }
}
