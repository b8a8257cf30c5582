package nl.koppelwerk.data.answering;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signin.SignInConfiguration;
import nl.koppelwerk.data.store.StoreConfiguration;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Lives;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What volunteers answer themselves, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({StoreConfiguration.class, SignInConfiguration.class})
public class AnsweringConfiguration {
    @Bean
    OwnPairings ownPairings(JdbcClient jdbc, Pairings pairings, Lives lives, Clock clock) {
        return new OwnPairings(jdbc, pairings, lives, clock);
    }

    @Bean
    OwnCalendars ownCalendars(JdbcClient jdbc, Secrets secrets, Audit audit, Clock clock) {
        return new OwnCalendars(jdbc, secrets, audit, clock);
    }

    @Bean
    KeptAboutMe keptAboutMe(JdbcClient jdbc, Audit audit) {
        return new KeptAboutMe(jdbc, audit);
    }

    @Bean
    AskLinks askLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        return new AskLinks(jdbc, secrets, clock);
    }
}
