package nl.koppelwerk.data.consent;

import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.person.PersonConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people agreed to, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(PersonConfiguration.class)
public class ConsentConfiguration {
    @Bean
    Consenting consenting(JdbcClient jdbc, PausingVolunteers pausing, History history, Audit audit) {
        return new Consenting(new Consents(jdbc), pausing, history, audit);
    }
}
