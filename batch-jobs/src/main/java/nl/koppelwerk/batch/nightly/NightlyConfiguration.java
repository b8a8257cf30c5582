package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.batch.worker.SharedHands;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Publishing;
import nl.koppelwerk.data.run.Reconciling;
import nl.koppelwerk.data.run.RunProgress;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.run.Snapshots;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly matching: its stores, its job, and the use case that starts it. */
@Configuration(proxyBeanMethods = false)
class NightlyConfiguration {
    @Bean
    NightData nightData(
            OrganisationScope scope,
            Runs runs,
            Snapshots snapshots,
            Publishing publishing,
            Reconciling reconciling,
            RunProgress progress,
            SharedHands hands) {
        return new NightData(scope, runs, snapshots, publishing, reconciling, progress, hands);
    }

    @Bean
    NightlyJob nightlyJob(
            JobRepository repository,
            JobOperator operator,
            ObjectProvider<StepExecutionListener> listeners,
            Clock clock) {
        return new NightlyJob(repository, operator, listeners.orderedStream().toList(), clock);
    }

    @Bean
    NightlyMatcher nightlyMatcher(Clock clock) {
        return new MatchingOfANight(clock);
    }

    @Bean
    NightlyRun nightlyRun(
            AdvisoryLocks locks,
            NightData data,
            NightlyJob job,
            NightlyMatcher matcher,
            Supplier<UUID> newIds,
            ObjectProvider<AfterNight> afterwards) {
        String version = Optional.ofNullable(NightlyRun.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new NightlyRun(
                locks,
                data,
                job,
                matcher,
                newIds,
                version,
                afterwards.orderedStream().toList());
    }

    @Bean
    NightsInBackground nightsInBackground(NightlyRun nightly) {
        return new NightsInBackground(nightly);
    }
}
