package nl.koppelwerk.batch.rerun;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.batch.nightly.NightlyMatcher;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.data.run.Runs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reruns as a use case. */
@Configuration(proxyBeanMethods = false)
class RerunningConfiguration {
    @Bean
    Rerunning rerunning(
            AdvisoryLocks locks,
            OrganisationScope scope,
            Runs runs,
            Reruns reruns,
            NightlyMatcher matcher,
            Supplier<UUID> newIds,
            Clock clock) {
        return new Rerunning(locks, new RerunData(scope, runs, reruns, clock), matcher, newIds);
    }
}
