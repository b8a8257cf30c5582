package nl.koppelwerk.data.work;

import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.Database;
import nl.koppelwerk.data.database.DatabaseConfiguration;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Work for other machines as beans; workers are let in as soon as the database is open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
@Import(DatabaseConfiguration.class)
public class WorkConfiguration {
    @Bean
    WorkJobs workJobs(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Supplier<UUID> newIds,
            Database database,
            WorkerSettings settings) {
        database.letWorkersIn(settings.username(), settings.password());
        return new WorkJobs(jdbc, new OrganisationScope(jdbc, transactions), newIds);
    }

    @Bean
    Workers workers(JdbcClient jdbc) {
        return new Workers(jdbc);
    }
}
