package nl.koppelwerk.data.sample;

import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up organisations and people as beans. */
@Configuration(proxyBeanMethods = false)
public class SampleConfiguration {
    @Bean
    SampleOrganisation sampleOrganisation(Organisations organisations, Programmes programmes, OrganisationScope scope) {
        return new SampleOrganisation(organisations, programmes, scope);
    }

    @Bean
    SampleArrivals sampleArrivals(JdbcClient jdbc) {
        return new SampleArrivals(jdbc);
    }

    @Bean
    SampleSides sampleSides(JdbcClient jdbc) {
        return new SampleSides(jdbc);
    }
}
