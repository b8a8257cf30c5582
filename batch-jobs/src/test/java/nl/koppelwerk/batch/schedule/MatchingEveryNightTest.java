package nl.koppelwerk.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.config.OneTimeTask;
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
                    .extracting(task -> task.getTask().getClass().getSimpleName())
                    .as(
                            "the night, what it has to catch up, what failed of it, mail, seals, and the sweeps of failed attempts and sessions")
                    .containsExactlyInAnyOrder(
                            "TriggerTask",
                            "OneTimeTask",
                            "FixedDelayTask",
                            "FixedDelayTask",
                            "FixedDelayTask",
                            "FixedDelayTask",
                            "FixedDelayTask");
        }
    }

    @Test
    void aNightThatPassedWhileItWasDownIsCaughtUpUnlessThatIsSetOff(TestDatabase database) {
        OrganisationId organisation = database.organisation("down at night");
        Town.of(organisation, 5, 3).saveIn(database);

        startedAt(database, "2025-11-14T08:10:00Z", "koppelwerk.nightly.catch-up=false");
        assertThat(runs(database, organisation)).isEmpty();

        startedAt(database, "2025-11-14T08:10:00Z", "koppelwerk.nightly.catch-up=true");
        assertThat(runs(database, organisation)).containsExactly("2025-11-14 PUBLISHED");

        startedAt(database, "2025-11-14T19:30:00Z", "koppelwerk.nightly.catch-up=true");
        assertThat(runs(database, organisation)).containsExactly("2025-11-14 PUBLISHED");

        // Started before two o'clock: that night is still to come.
        startedAt(database, "2025-11-15T00:30:00Z", "koppelwerk.nightly.catch-up=true");
        assertThat(runs(database, organisation)).containsExactly("2025-11-14 PUBLISHED");
    }

    /** Starts the application at this moment; what it has to catch up is done, by its own thread or by this one. */
    private static void startedAt(TestDatabase database, String now, String setting) {
        Clock clock = Clock.fixed(Instant.parse(now), AMSTERDAM);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("fixed", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .properties(database.properties())
                .properties("koppelwerk.nightly.scheduled=true", setting)
                .run()) {
            context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                    .flatMap(holder -> holder.getScheduledTasks().stream())
                    .filter(task -> task.getTask() instanceof OneTimeTask)
                    .forEach(task -> task.getTask().getRunnable().run());
        }
    }

    private static List<String> runs(TestDatabase database, OrganisationId organisation) {
        return database.scope()
                .reading(
                        organisation,
                        () -> database.jdbc()
                                .sql("select day || ' ' || status from run order by id")
                                .query((row, number) -> String.valueOf(row.getString(1)))
                                .list());
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

        assertThat(runs(database, organisation)).containsExactly("2025-10-26 PUBLISHED");
    }

    private static MatchingEveryNight matching(ConfigurableApplicationContext context, String now) {
        return new MatchingEveryNight(
                context.getBean(Organisations.class),
                context.getBean(NightlyRun.class),
                new DailyTrigger(LocalTime.of(2, 30), AMSTERDAM),
                Clock.fixed(Instant.parse(now), AMSTERDAM));
    }

    @Test
    void aClockThatWasAheadForAWhileKeepsNoNightFromBeingMatched(TestDatabase database) {
        OrganisationId organisation = database.organisation("ahead of time");
        Town.of(organisation, 5, 3).saveIn(database);

        startedAt(database, "2025-11-17T08:10:00Z", "koppelwerk.nightly.catch-up=true");
        startedAt(database, "2025-11-15T08:10:00Z", "koppelwerk.nightly.catch-up=true");
        startedAt(database, "2025-11-15T19:30:00Z", "koppelwerk.nightly.catch-up=true");

        assertThat(runs(database, organisation)).containsExactly("2025-11-17 PUBLISHED", "2025-11-15 PUBLISHED");
    }

    @Test
    void aNightThatFailedIsTriedAgainAndHoldsUpNoOther(TestDatabase database) {
        OrganisationId refused = database.organisation("refused");
        OrganisationId other = database.organisation("other");
        Town.of(refused, 5, 3).saveIn(database);
        Town.of(other, 7, 4).saveIn(database);
        database.ownerJdbc()
                .sql("alter table run add constraint refused check (organisation <> '" + refused.value() + "')")
                .update();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run()) {
            MatchingEveryNight matching = matching(context, "2025-11-14T08:10:00Z");

            matching.run();
            assertThat(runs(database, refused)).isEmpty();
            assertThat(runs(database, other)).containsExactly("2025-11-14 PUBLISHED");

            database.ownerJdbc().sql("alter table run drop constraint refused").update();
            matching.again();
            matching.again();
        }

        assertThat(runs(database, refused)).containsExactly("2025-11-14 PUBLISHED");
        assertThat(runs(database, other)).containsExactly("2025-11-14 PUBLISHED");
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfANightDoesNotEndTheSchedule(TestDatabase database) {
        OrganisationId organisation = database.organisation("cut off");
        Town.of(organisation, 5, 3).saveIn(database);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean(StepExecutionListener.class, () -> new CutOff(fresh)))
                .properties(database.properties())
                .run()) {
            MatchingEveryNight matching = matching(context, "2025-11-14T08:10:00Z");

            assertThatCode(matching::run).doesNotThrowAnyException();
        }

        assertThat(runs(database, organisation)).containsExactly("2025-11-14 RUNNING");
    }

    /** Takes the database away when the search begins. */
    private record CutOff(ConfigurableApplicationContext context) implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution step) {
            if (step.getStepName().equals("match")) {
                pool().close();
            }
        }

        private HikariDataSource pool() {
            try {
                return context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
