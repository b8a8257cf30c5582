package nl.koppelwerk.data.own;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.person.PersonConfiguration;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signin.SignInConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Volunteers' own pages, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({PersonConfiguration.class, SignInConfiguration.class})
public class OwnConfiguration {
    /** The way in works as the software, whoever is signed in in the same browser. */
    @Bean
    OwnLinks ownLinks(JdbcClient jdbc, PlatformTransactionManager transactions, Secrets secrets, Clock clock) {
        return new OwnLinks(jdbc, new OrganisationScope(jdbc, transactions), secrets, clock);
    }

    @Bean
    OwnScope ownScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new OwnScope(jdbc, transactions);
    }

    @Bean
    Passkeys passkeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Passkeys(jdbc, new OrganisationScope(jdbc, transactions));
    }

    @Bean
    Questions questions(JdbcClient jdbc, PlatformTransactionManager transactions, Secrets secrets, Clock clock) {
        return new Questions(jdbc, new OrganisationScope(jdbc, transactions), secrets, clock);
    }

    @Bean
    OwnPages ownPages(JdbcClient jdbc, PausingVolunteers pausing, History history, Audit audit) {
        return new OwnPages(jdbc, pausing, history, audit);
    }
}
