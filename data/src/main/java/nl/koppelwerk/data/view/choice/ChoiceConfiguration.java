package nl.koppelwerk.data.view.choice;

import nl.koppelwerk.data.database.DatabaseConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views around a plan as beans. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class ChoiceConfiguration {
    @Bean
    ChoiceViews choiceViews(JdbcClient jdbc) {
        return new ChoiceViews(jdbc);
    }

    @Bean
    AreaViews areaViews(JdbcClient jdbc) {
        return new AreaViews(jdbc);
    }

    @Bean
    FreshViews freshViews(JdbcClient jdbc) {
        return new FreshViews(jdbc);
    }
}
