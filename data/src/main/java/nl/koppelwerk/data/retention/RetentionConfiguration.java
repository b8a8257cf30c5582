package nl.koppelwerk.data.retention;

import java.time.Clock;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.seal.AuditHeads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Retention as a bean. */
@Configuration(proxyBeanMethods = false)
public class RetentionConfiguration {
    @Bean
    Retention retention(JdbcClient jdbc, OrganisationScope scope, Erasing erasing, AuditHeads audit, Clock clock) {
        return new Retention(jdbc, scope, new Retention.Beside(erasing, audit), clock);
    }
}
