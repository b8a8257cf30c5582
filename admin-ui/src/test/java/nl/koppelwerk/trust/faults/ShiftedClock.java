package nl.koppelwerk.trust.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A clock that is wrong, given to an application by {@code spring.main.sources}. */
@Configuration(proxyBeanMethods = false)
class ShiftedClock {
    static final String SETTING = "trust.clock-is-off-by";

    @Bean
    @Primary
    Clock shifted(@Value("${" + SETTING + "}") Duration offBy) {
        return Clock.offset(Clock.system(ZoneId.of("Europe/Amsterdam")), offBy);
    }
}
