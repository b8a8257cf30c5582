package nl.koppelwerk.data.store;

import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores as beans. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, AuditConfiguration.class})
public class StoreConfiguration {
    @Bean
    Organisations organisations(JdbcClient jdbc, OrganisationScope scope) {
        return new Organisations(jdbc, scope);
    }

    @Bean
    Places places(JdbcClient jdbc) {
        return new Places(jdbc);
    }

    @Bean
    Programmes programmes(JdbcClient jdbc) {
        return new Programmes(jdbc);
    }

    @Bean
    Families families(JdbcClient jdbc) {
        return new Families(jdbc);
    }

    @Bean
    SupportRequests supportRequests(JdbcClient jdbc) {
        return new SupportRequests(jdbc);
    }

    @Bean
    Volunteers volunteers(JdbcClient jdbc) {
        return new Volunteers(jdbc);
    }

    @Bean
    KeptPairings pairings(JdbcClient jdbc) {
        return new KeptPairings(jdbc);
    }

    @Bean
    KeptLives lives(JdbcClient jdbc, KeptPairings pairings, Audit audit) {
        return new KeptLives(jdbc, pairings, audit);
    }
}
