package nl.koppelwerk.data.programme;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes as files, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, AuditConfiguration.class})
public class ProgrammeConfiguration {
    @Bean
    KeptProgrammeFiles keptProgrammeFiles(JdbcClient jdbc) {
        return new KeptProgrammeFiles(jdbc);
    }

    @Bean
    ProgrammeLoads programmeLoads(JdbcClient jdbc) {
        return new ProgrammeLoads(jdbc);
    }

    @Bean
    InstallingProgrammes installingProgrammes(JdbcClient jdbc, Audit audit, Clock clock) {
        return new InstallingProgrammes(jdbc, audit, clock);
    }
}
