package nl.koppelwerk.data.rerun;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reruns as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class RerunConfiguration {
    @Bean
    Reruns reruns(JdbcClient jdbc, Clock clock) {
        return new Reruns(jdbc, clock);
    }

    @Bean
    Differences differences(JdbcClient jdbc) {
        return new Differences(jdbc);
    }
}
