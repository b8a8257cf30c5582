package nl.koppelwerk.data.sides;

import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.PersonConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People on both sides, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(PersonConfiguration.class)
public class SidesConfiguration {
    @Bean
    KnowingBothSides knowingBothSides(JdbcClient jdbc, History history, Audit audit) {
        return new KnowingBothSides(jdbc, history, audit);
    }
}
