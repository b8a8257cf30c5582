package nl.koppelwerk.batch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the real clock and real chance come in; everything else is handed them. */
@Configuration(proxyBeanMethods = false)
class TimeAndChance {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Amsterdam"));
    }

    @Bean
    Supplier<UUID> newIds() {
        return UUID::randomUUID;
    }
}
