package nl.koppelwerk.data.recruit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What to recruit as beans. */
@Configuration(proxyBeanMethods = false)
public class RecruitConfiguration {
    @Bean
    Recruits recruits(JdbcClient jdbc, Clock clock) {
        return new Recruits(jdbc, clock);
    }

    @Bean
    WaitingFamilies waitingFamilies(JdbcClient jdbc) {
        return new WaitingFamilies(jdbc);
    }
}
