package nl.koppelwerk.data.intake;

import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.store.OpenConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Intakes, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
public class IntakeConfiguration {
    @Bean
    Intakes intakes(JdbcClient jdbc, History history, Audit audit) {
        return new Intakes(jdbc, history, audit);
    }

    @Bean
    OpenConditions openConditions(JdbcClient jdbc) {
        return new OpenConditions(jdbc);
    }

    @Bean
    Questions intakeQuestions(KeptProgrammeFiles files) {
        return new Questions(files);
    }
}
