package nl.koppelwerk.data.cost;

import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices of care, cost of programmes, reviews of pairings and reports to municipalities as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class CostConfiguration {
    @Bean
    CarePrices carePrices(JdbcClient jdbc) {
        return new CarePrices(jdbc);
    }

    @Bean
    CashableShares cashableShares(JdbcClient jdbc) {
        return new CashableShares(jdbc);
    }

    @Bean
    CaseReviews caseReviews(JdbcClient jdbc) {
        return new CaseReviews(jdbc);
    }

    @Bean
    Reports reports(JdbcClient jdbc) {
        return new Reports(jdbc);
    }

    @Bean
    ProgrammeCosts programmeCosts(JdbcClient jdbc) {
        return new ProgrammeCosts(jdbc);
    }

    @Bean
    ReportMaking reportMaking(ReportFacts facts, CarePrices prices, CashableShares shares, Reports reports) {
        return new ReportMaking(facts, prices, shares, reports);
    }

    @Bean
    ReportFacts reportFacts(JdbcClient jdbc, CaseReviews reviews) {
        return new ReportFacts(jdbc, reviews);
    }
}
