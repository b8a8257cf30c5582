package nl.koppelwerk.batch.schedule;

import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.batch.mail.MailRound;
import nl.koppelwerk.batch.mail.MailSettings;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.seal.SealingAudit;
import nl.koppelwerk.data.session.WebSessions;
import nl.koppelwerk.data.signin.FailedAttempts;
import nl.koppelwerk.data.store.Organisations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;

/** Starts the nightly matching, and mail, by itself while the application runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty("koppelwerk.nightly.scheduled")
@EnableConfigurationProperties(NightlySettings.class)
class ScheduleConfiguration {
    /** Until a night that failed is tried again. */
    private static final Duration UNTIL_AGAIN = Duration.ofMinutes(5);

    @Bean
    DailyTrigger nightlyTrigger(NightlySettings settings) {
        return new DailyTrigger(settings.time(), settings.zone());
    }

    @Bean
    MatchingEveryNight matchingEveryNight(
            Organisations organisations, NightlyRun nightly, DailyTrigger trigger, Clock clock) {
        return new MatchingEveryNight(organisations, nightly, trigger, clock);
    }

    @Bean
    SchedulingConfigurer nightlySchedule(MatchingEveryNight matching, DailyTrigger trigger, NightlySettings settings) {
        return tasks -> {
            tasks.addTriggerTask(matching, trigger);
            tasks.addFixedDelayTask(new IntervalTask(matching::again, UNTIL_AGAIN, UNTIL_AGAIN));
            if (settings.catchUp()) {
                tasks.addOneTimeTask(matching.lastNight(), Duration.ZERO);
            }
        };
    }

    /** What slows guessing down is kept for hours, not for good; sessions that nobody came back to a little longer than they last. */
    @Bean
    SchedulingConfigurer sweepSchedule(FailedAttempts attempts, WebSessions sessions) {
        return tasks -> {
            tasks.addFixedDelayTask(attempts::sweep, Duration.ofHours(1));
            tasks.addFixedDelayTask(sessions::sweep, Duration.ofMinutes(10));
        };
    }

    /** Nobody waits for a place in the chain of the audit log; it comes within seconds. */
    @Bean
    SchedulingConfigurer sealSchedule(SealingAudit sealing) {
        return tasks -> tasks.addFixedDelayTask(sealing, Duration.ofSeconds(5));
    }

    @Bean
    SchedulingConfigurer mailSchedule(MailRound mail, MailSettings settings) {
        return tasks -> tasks.addFixedDelayTask(mail, settings.every());
    }
}
