package nl.koppelwerk.data.alarm;

import java.time.Clock;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.StoreConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The alarms as a bean, whoever is signed in. */
@Configuration(proxyBeanMethods = false)
@Import(StoreConfiguration.class)
public class AlarmConfiguration {
    @Bean
    Alarms alarms(JdbcClient jdbc, PlatformTransactionManager transactions, Organisations organisations, Clock clock) {
        return new Alarms(jdbc, new OrganisationScope(jdbc, transactions), organisations, clock);
    }
}
