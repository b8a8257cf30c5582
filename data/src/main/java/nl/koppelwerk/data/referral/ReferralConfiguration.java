package nl.koppelwerk.data.referral;

import java.time.Clock;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory, and what was handed over, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, AuditConfiguration.class})
public class ReferralConfiguration {
    @Bean
    KeptServices keptServices(JdbcClient jdbc, Clock clock) {
        return new KeptServices(jdbc, clock);
    }

    @Bean
    WarmReferrals warmReferrals(JdbcClient jdbc) {
        return new WarmReferrals(jdbc);
    }

    @Bean
    Referring referring(WarmReferrals referrals, Audit audit, Clock clock) {
        return new Referring(referrals, audit, clock, UUID::randomUUID);
    }
}
