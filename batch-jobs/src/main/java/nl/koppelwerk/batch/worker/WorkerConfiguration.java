package nl.koppelwerk.batch.worker;

import nl.koppelwerk.data.work.WorkConfiguration;
import nl.koppelwerk.data.work.WorkJobs;
import nl.koppelwerk.data.work.WorkerSettings;
import nl.koppelwerk.solver.SearchVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Shares pieces with workers; who starts this software says at the database which version it is. */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
class WorkerConfiguration {
    @Bean
    SharedHands sharedHands(WorkJobs jobs, WorkerSettings settings) {
        String version = SearchVersion.running();
        jobs.keptBy(version);
        return new SharedHands(jobs, settings, version, Runtime.getRuntime().availableProcessors());
    }
}
