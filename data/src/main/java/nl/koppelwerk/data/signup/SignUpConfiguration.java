package nl.koppelwerk.data.signup;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.FieldCipher;
import nl.koppelwerk.data.signin.FormTokens;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signin.SignInConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Signing up, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({AuditConfiguration.class, SignInConfiguration.class})
public class SignUpConfiguration {
    /** The public pages work as the software, whoever is signed in in the same browser. */
    @Bean
    Registrations registrations(
            JdbcClient jdbc, PlatformTransactionManager transactions, Secrets secrets, Audit audit, Clock clock) {
        return new Registrations(jdbc, new OrganisationScope(jdbc, transactions), secrets, audit, clock);
    }

    @Bean
    OpenOrganisations openOrganisations(JdbcClient jdbc) {
        return new OpenOrganisations(jdbc);
    }

    @Bean
    NeedsNearby needsNearby(JdbcClient jdbc) {
        return new NeedsNearby(jdbc);
    }

    @Bean
    FormTokens formTokens(FieldCipher cipher, Clock clock) {
        return new FormTokens(cipher, clock);
    }
}
