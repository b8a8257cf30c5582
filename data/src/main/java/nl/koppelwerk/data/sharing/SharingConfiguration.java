package nl.koppelwerk.data.sharing;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.PersonConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programmes share, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(PersonConfiguration.class)
public class SharingConfiguration {
    @Bean
    Agreeing agreeing(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Agreeing(new Agreements(jdbc), audit, clock);
    }

    @Bean
    ConsentingToSharing consentingToSharing(JdbcClient jdbc, History history, Audit audit) {
        return new ConsentingToSharing(jdbc, history, audit);
    }

    @Bean
    Lendings lendings(JdbcClient jdbc, Audit audit, Clock clock) {
        return new Lendings(jdbc, audit, clock);
    }

    @Bean
    DividingNeeds dividingNeeds(JdbcClient jdbc, History history, Audit audit) {
        return new DividingNeeds(jdbc, history, audit);
    }
}
