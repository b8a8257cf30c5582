package nl.koppelwerk.data.account;

import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts as a bean. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class AccountConfiguration {
    @Bean
    Accounts accounts(JdbcClient jdbc, OrganisationScope scope) {
        return new Accounts(jdbc, scope);
    }
}
