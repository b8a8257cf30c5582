package nl.koppelwerk.data.erasure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasing as beans; {@code KOPPELWERK_HOME} is where files are kept beside the database. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {
    @Bean
    KeptFiles refusedRowFiles(@Value("${koppelwerk.home:.koppelwerk}") Path home) {
        return new RefusedRowFiles(home.resolve("afgewezen"));
    }

    @Bean
    ErasedList erasedList(@Value("${koppelwerk.home:.koppelwerk}") Path home) {
        return new ErasedList(home.resolve("erased.csv"));
    }

    @Bean
    Erasing erasing(JdbcClient jdbc, OrganisationScope scope, Clock clock, List<KeptFiles> files, ErasedList list) {
        return new Erasing(jdbc, scope, clock, new Erasing.Beside(files, list));
    }

    @Bean
    ErasureRequests erasureRequests(JdbcClient jdbc) {
        return new ErasureRequests(jdbc);
    }

    @Bean
    LegalHolds legalHolds(JdbcClient jdbc) {
        return new LegalHolds(jdbc);
    }
}
