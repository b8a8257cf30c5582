package nl.koppelwerk.batch.capacity;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.capacity.Records;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Capacity plans as a use case. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {
    @Bean
    Planning planning(
            AdvisoryLocks locks,
            OrganisationScope scope,
            Records records,
            CapacityPlans plans,
            Supplier<UUID> newIds,
            Clock clock) {
        return new Planning(locks, new Planning.Kept(scope, records, plans), newIds, clock);
    }
}
