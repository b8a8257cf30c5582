package nl.koppelwerk.data.household;

import java.time.Clock;
import nl.koppelwerk.data.store.StoreConfiguration;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Lives;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What families see and answer themselves, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(StoreConfiguration.class)
public class HouseholdConfiguration {
    @Bean
    Standings standings(
            JdbcClient jdbc, PlatformTransactionManager transactions, Pairings pairings, Lives lives, Clock clock) {
        return new Standings(jdbc, transactions, pairings, lives, clock);
    }
}
