package nl.koppelwerk.data.acute;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot wait, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
public class AcuteConfiguration {
    @Bean
    Emergencies emergencies(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Emergencies(jdbc, audit, clock);
    }

    @Bean
    CrisisLines crisisLines(JdbcClient jdbc, Audit audit) {
        return new CrisisLines(jdbc, audit);
    }
}
