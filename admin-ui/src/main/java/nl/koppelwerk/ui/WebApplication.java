package nl.koppelwerk.ui;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The web application: the pages with the data and the jobs below them. */
@SpringBootApplication(scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.ui"})
public class WebApplication {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Amsterdam"));
    }
}
