package nl.koppelwerk.data.mail;

import java.time.Clock;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox and what is on its way as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class MailConfiguration {
    @Bean
    Outbox outbox(JdbcClient jdbc, Clock clock) {
        return new Outbox(jdbc, clock);
    }

    @Bean
    OutgoingMails outgoingMails(JdbcClient jdbc, Clock clock) {
        return new OutgoingMails(jdbc, clock);
    }
}
