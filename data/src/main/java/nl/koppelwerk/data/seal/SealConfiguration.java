package nl.koppelwerk.data.seal;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain of the audit log as beans. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, HeadFileConfiguration.class})
public class SealConfiguration {
    @Bean
    SealingAudit sealingAudit(JdbcClient jdbc, OrganisationScope scope, HeadFile auditHeadFile, Clock clock) {
        return new SealingAudit(jdbc, scope, auditHeadFile, clock);
    }

    @Bean
    CheckingAudit checkingAudit(JdbcClient jdbc, OrganisationScope scope) {
        return new CheckingAudit(jdbc, scope);
    }

    @Bean
    AuditHeads auditHeads(JdbcClient jdbc, OrganisationScope scope, HeadFile auditHeadFile, Clock clock) {
        return new AuditHeads(jdbc, scope, auditHeadFile, clock);
    }
}
