package nl.koppelwerk.data.referral;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory as a bean. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class ReferralConfiguration {
    @Bean
    KeptServices keptServices(JdbcClient jdbc, Clock clock) {
        return new KeptServices(jdbc, clock);
    }
}
