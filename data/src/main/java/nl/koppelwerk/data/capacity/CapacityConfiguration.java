package nl.koppelwerk.data.capacity;

import java.time.Clock;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.run.Snapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Capacity plans as beans. */
@Configuration(proxyBeanMethods = false)
public class CapacityConfiguration {
    @Bean
    Records capacityRecords(JdbcClient jdbc, OrganisationScope scope, Snapshots snapshots, KeptProgrammeFiles files) {
        return new Records(jdbc, scope, snapshots, files);
    }

    @Bean
    CapacityPlans capacityPlans(JdbcClient jdbc, Clock clock) {
        return new CapacityPlans(jdbc, clock);
    }
}
