package nl.koppelwerk.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@ExtendWith(DatabaseExtension.class)
class MatchingEveryNightTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void theApplicationHasOneTriggerAtTheTimeThatIsSet(TestDatabase database) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .properties("koppelwerk.nightly.scheduled=true", "koppelwerk.nightly.time=03:15")
                .run()) {
            assertThat(context.getBean(DailyTrigger.class)).isEqualTo(new DailyTrigger(LocalTime.of(3, 15), AMSTERDAM));
            assertThat(context.getBeansOfType(ScheduledTaskHolder.class).values())
                    .flatExtracting(ScheduledTaskHolder::getScheduledTasks)
                    .hasSize(1);
        }
    }

    @Test
    void theNightThatHasTheHourTwiceIsMatchedOnce(TestDatabase database) {
        OrganisationId organisation = database.organisation("october");
        Town.of(organisation, 3, 2).saveIn(database);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run()) {
            // The run is recorded with the real clock, so the night of the test is in the past of it.
            matching(context, "2025-10-26T00:30:00Z").run();
            matching(context, "2025-10-26T01:30:00Z").run();
        }

        assertThat(database.scope()
                        .reading(
                                organisation,
                                () -> database.jdbc()
                                        .sql("select day || ' ' || status from run")
                                        .query((row, number) -> String.valueOf(row.getString(1)))
                                        .list()))
                .containsExactly("2025-10-26 PUBLISHED");
    }

    private static MatchingEveryNight matching(ConfigurableApplicationContext context, String now) {
        return new MatchingEveryNight(
                context.getBean(Organisations.class),
                context.getBean(NightlyRun.class),
                new DailyTrigger(LocalTime.of(2, 30), AMSTERDAM),
                Clock.fixed(Instant.parse(now), AMSTERDAM));
    }
}
