package nl.koppelwerk.data.retention;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
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
    Retention retention(JdbcClient jdbc, OrganisationScope scope, Retention.Beside beside, Clock clock) {
        return new Retention(jdbc, scope, beside, clock);
    }

    @Bean
    Retention.Beside besideRetention(Erasing erasing, AuditHeads heads, Audit audit) {
        return new Retention.Beside(erasing, heads, audit);
    }
}
