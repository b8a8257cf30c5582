package nl.koppelwerk.data.imports;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.format.FileLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports as beans. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {
    @Bean
    Importing importing(JdbcClient jdbc, OrganisationScope scope, Clock clock) {
        return new Importing(jdbc, scope, clock, FileLimits.DEFAULT);
    }

    @Bean
    Previewing previewing(JdbcClient jdbc, OrganisationScope scope, Clock clock, Audit audit) {
        return new Previewing(
                new Importing(jdbc, scope, clock, FileLimits.OF_A_PAGE), scope, new KeptPreviews(jdbc, clock), audit);
    }

    @Bean
    ImportViews importViews(JdbcClient jdbc) {
        return new ImportViews(jdbc);
    }
}
