package nl.koppelwerk.batch.schedule;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the nightly matching starts by itself.
 *
 * @param scheduled whether it does at all; the web application sets it
 * @param time on the wall clock of {@code zone}
 * @param catchUp whether a night that passed while the application was down is matched when it starts
 */
@ConfigurationProperties("koppelwerk.nightly")
record NightlySettings(
        @DefaultValue("false") boolean scheduled,
        @DefaultValue("02:00") LocalTime time,
        @DefaultValue("Europe/Amsterdam") ZoneId zone,
        @DefaultValue("true") boolean catchUp) {}
