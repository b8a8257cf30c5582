package nl.koppelwerk.data.rules;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions and drafts of rules as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class RulesConfiguration {
    @Bean
    RulesVersions rulesVersions(JdbcClient jdbc, Clock clock) {
        return new RulesVersions(jdbc, clock);
    }

    @Bean
    Rhythms rhythms(JdbcClient jdbc, Clock clock) {
        return new Rhythms(jdbc, clock);
    }

    @Bean
    RulesDrafts rulesDrafts(JdbcClient jdbc, Clock clock) {
        return new RulesDrafts(jdbc, clock);
    }

    @Bean
    PuttingRulesToUse puttingRulesToUse(RulesVersions versions, RulesDrafts drafts) {
        return new PuttingRulesToUse(versions, drafts);
    }
}
