package nl.koppelwerk.data.cost;

import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The prices of care and the reviews of pairings as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class CostConfiguration {
    @Bean
    CarePrices carePrices(JdbcClient jdbc) {
        return new CarePrices(jdbc);
    }

    @Bean
    CaseReviews caseReviews(JdbcClient jdbc) {
        return new CaseReviews(jdbc);
    }
}
