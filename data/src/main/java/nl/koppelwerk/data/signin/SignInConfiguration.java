package nl.koppelwerk.data.signin;

import java.security.SecureRandom;
import java.time.Clock;
import nl.koppelwerk.data.database.Database;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What signing in needs, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class SignInConfiguration {
    @Bean
    Secrets secrets() {
        return new Secrets(new SecureRandom());
    }

    @Bean
    FieldCipher fieldCipher(Database database, Secrets secrets) {
        return new FieldCipher(database.fieldKey(), secrets);
    }

    @Bean
    AccountLinks accountLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        return new AccountLinks(jdbc, secrets, clock);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Secrets secrets, Clock clock) {
        return new Sessions(jdbc, secrets, clock);
    }

    @Bean
    KnownBrowsers knownBrowsers(JdbcClient jdbc, Secrets secrets, Clock clock) {
        return new KnownBrowsers(jdbc, secrets, clock);
    }

    @Bean
    FailedAttempts failedAttempts(JdbcClient jdbc, Clock clock) {
        return new FailedAttempts(jdbc, clock);
    }

    @Bean
    CodeApps codeApps(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        return new CodeApps(jdbc, cipher, clock);
    }
}
