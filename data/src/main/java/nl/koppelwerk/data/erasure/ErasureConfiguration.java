package nl.koppelwerk.data.erasure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.own.OwnScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

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
    Erasing.Beside keptBeside(List<KeptFiles> files, ErasedList list) {
        return new Erasing.Beside(files, list);
    }

    @Bean
    Erasing erasing(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            OrganisationScope scope,
            Clock clock,
            Erasing.Beside beside) {
        return new Erasing(jdbc, transactions, scope, clock, beside);
    }

    @Bean
    OwnErasure ownErasure(JdbcClient jdbc, Erasing erasing, ErasureRequests requests, OwnScope own, Clock clock) {
        return new OwnErasure(jdbc, erasing, requests, own, clock);
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
