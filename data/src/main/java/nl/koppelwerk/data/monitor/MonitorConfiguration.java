package nl.koppelwerk.data.monitor;

import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of the monitor as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class MonitorConfiguration {
    @Bean
    MonitorFacts monitorFacts(JdbcClient jdbc) {
        return new MonitorFacts(jdbc);
    }

    @Bean
    StaffHours staffHours(JdbcClient jdbc) {
        return new StaffHours(jdbc);
    }

    @Bean
    ResearchSheets researchSheets(JdbcClient jdbc) {
        return new ResearchSheets(jdbc);
    }
}
