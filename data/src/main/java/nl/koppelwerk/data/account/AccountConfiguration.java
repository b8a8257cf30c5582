package nl.koppelwerk.data.account;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class AccountConfiguration {
    @Bean
    Accounts accounts(JdbcClient jdbc, OrganisationScope scope) {
        return new Accounts(jdbc, scope);
    }

    @Bean
    AccountViews accountViews(JdbcClient jdbc, Clock clock) {
        return new AccountViews(jdbc, clock);
    }
}
