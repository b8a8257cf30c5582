package nl.koppelwerk.data.audit;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log as a bean. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class AuditConfiguration {
    @Bean
    Audit audit(JdbcClient jdbc, Clock clock) {
        return new Audit(jdbc, clock);
    }

    @Bean
    AuditSearch auditSearch(JdbcClient jdbc, Clock clock) {
        return new AuditSearch(jdbc, clock.getZone());
    }

    @Bean
    PersonAccesses personAccesses(JdbcClient jdbc) {
        return new PersonAccesses(jdbc);
    }
}
