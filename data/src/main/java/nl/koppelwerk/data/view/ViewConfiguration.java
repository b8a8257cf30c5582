package nl.koppelwerk.data.view;

import nl.koppelwerk.data.database.DatabaseConfiguration;
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
    ProposalViews proposalViews(JdbcClient jdbc) {
        return new ProposalViews(jdbc);
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
}
