package nl.koppelwerk.data.household;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.data.person.PersonConfiguration;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signin.SignInConfiguration;
import nl.koppelwerk.data.store.StoreConfiguration;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Lives;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What families see, say and answer themselves, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({StoreConfiguration.class, PersonConfiguration.class, SignInConfiguration.class})
public class HouseholdConfiguration {
    @Bean
    Doors householdDoors(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Doors(jdbc, transactions);
    }

    @Bean
    Standings standings(JdbcClient jdbc, Doors doors, Pairings pairings, Lives lives, Clock clock) {
        return new Standings(jdbc, doors, pairings, lives, clock);
    }

    @Bean
    OwnIntake ownIntake(JdbcClient jdbc, Doors doors, Questions questions, Audit audit, Clock clock) {
        return new OwnIntake(jdbc, doors, questions, audit, clock);
    }

    @Bean
    Households households(JdbcClient jdbc, Doors doors, History history, Audit audit, Clock clock) {
        return new Households(jdbc, doors, history, audit, clock);
    }

    @Bean
    HouseholdKeys householdKeys(
            JdbcClient jdbc, PlatformTransactionManager transactions, Secrets secrets, Clock clock) {
        return new HouseholdKeys(jdbc, new OrganisationScope(jdbc, transactions), secrets, clock);
    }

    @Bean
    Contacts contacts(JdbcClient jdbc, History history, Audit audit) {
        return new Contacts(jdbc, history, audit);
    }
}
