package nl.koppelwerk.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.RunProgress;
import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.domain.pairing.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
class NightlyRunTest {
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final NightlyRun nightly;
    private final SwitchedMatcher matcher;

    NightlyRunTest(TestDatabase database) {
        this.database = database;
        this.context = new SpringApplicationBuilder(BatchApplication.class, SwitchedMatcher.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run();
        this.nightly = context.getBean(NightlyRun.class);
        this.matcher = context.getBean(SwitchedMatcher.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aNightPublishesItsProposalsAndReconcilesThem() {
        NightTown town = NightTown.in(database, "night");
        List<Stage> stages = new ArrayList<>();

        Night night = nightly.run(town.order(), (stage, share) -> stages.add(stage));

        assertThat(night).isInstanceOf(Night.Published.class);
        assertThat(stages)
                .containsExactly(
                        Stage.SNAPSHOT, Stage.MATCH, Stage.MATCH, Stage.PUBLISH, Stage.RECONCILE, Stage.RECONCILE);
        assertThat(town.standing()).hasSize(4);
        assertThat(town.count("unpaired")).isEqualTo(7);
        assertThat(town.runs()).containsExactly("PUBLISHED");
        assertThat(town.count("run where reconciled_at is not null")).isEqualTo(1);
    }

    @Test
    void afterANightItIsKnownWhomToLookForAndOnlyOfThatNight() {
        NightTown town = NightTown.in(database, "recruit");

        nightly.run(town.order(), NightProgress.NONE);
        nightly.run(town.order().withSeed(3), NightProgress.NONE);

        assertThat(town.texts("select run = (select max(id) from run) from recruit_night"))
                .containsExactly("t");
    }

    @Test
    void aNightStandsWhateverBecomesOfWhomToLookFor() {
        NightTown town = NightTown.in(database, "no recruits");
        JdbcClient owner = database.ownerJdbc();
        owner.sql("alter table recruit_night add constraint broken check (waiting_for_introductions < 0) not valid")
                .update();
        try {
            assertThat(nightly.run(town.order(), NightProgress.NONE)).isInstanceOf(Night.Published.class);
        } finally {
            owner.sql("alter table recruit_night drop constraint broken").update();
        }

        assertThat(town.standing()).hasSize(4);
        assertThat(town.count("recruit_night")).isZero();
    }

    @Test
    void runAgainEveryRequestStillHasOneProposalAtMost() {
        NightTown town = NightTown.in(database, "again");

        nightly.run(town.order(), NightProgress.NONE);
        nightly.run(town.order().withSeed(3), NightProgress.NONE);

        assertThat(town.standing()).hasSize(4);
        assertThat(town.count("pairing where step = 'PROPOSED'")).isEqualTo(4);
        assertThat(town.runs()).containsExactly("PUBLISHED", "PUBLISHED");
    }

    @Test
    void afterAFailureMidwayYesterdaysProposalsStandAndTheFailureIsSeen() {
        NightTown town = NightTown.in(database, "failure");
        nightly.run(town.order(), NightProgress.NONE);
        List<String> yesterday = town.standing();
        matcher.failure = new IllegalStateException("family Ünal-3 has no answer");

        Night night = nightly.run(town.order().withSeed(3), NightProgress.NONE);

        assertThat(night)
                .isInstanceOfSatisfying(
                        Night.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo("match: IllegalStateException"));
        assertThat(town.standing()).isEqualTo(yesterday);
        assertThat(town.runs()).containsExactly("PUBLISHED", "FAILED match: IllegalStateException");

        matcher.failure = null;
        assertThat(nightly.run(town.order().withSeed(3), NightProgress.NONE)).isInstanceOf(Night.Published.class);
        assertThat(town.runs()).containsExactly("PUBLISHED", "FAILED match: IllegalStateException", "PUBLISHED");
        assertThat(town.standing()).hasSize(4).isNotEqualTo(yesterday);
    }

    @Test
    void cancelledMidwayItPublishesNothingAndYesterdaysProposalsStand() {
        NightTown town = NightTown.in(database, "cancelled");
        UUID noor = town.account("noor@example.org");
        nightly.run(town.order(), NightProgress.NONE);
        List<String> yesterday = town.standing();
        matcher.endless = true;

        Night night = nightly.run(town.order().withSeed(3), (stage, share) -> {
            if (stage == Stage.MATCH && share > 0) {
                assertThat(cancel(town, noor)).isTrue();
            }
        });

        assertThat(night).isInstanceOf(Night.Cancelled.class);
        assertThat(town.standing()).isEqualTo(yesterday);
        assertThat(town.runs()).containsExactly("PUBLISHED", "CANCELLED match: CancellationException");
        assertThat(town.texts("select cancelled_by from run where status = 'CANCELLED'"))
                .containsExactly(noor.toString());

        matcher.endless = false;
        assertThat(nightly.run(town.order().withSeed(3), NightProgress.NONE)).isInstanceOf(Night.Published.class);
        assertThat(town.standing()).hasSize(4).isNotEqualTo(yesterday);
    }

    private boolean cancel(NightTown town, UUID account) {
        RunId running =
                new RunId(Long.parseLong(town.texts("select max(id) from run").getFirst()));
        return context.getBean(OrganisationScope.class)
                .inside(
                        town.organisation(),
                        () -> context.getBean(RunProgress.class).cancel(running, account));
    }

    @Test
    void cancelledJustBeforeItPublishesItPublishesNothing() {
        NightTown town = NightTown.in(database, "cancelled late");
        UUID noor = town.account("marieke@example.org");

        Night night = nightly.run(town.order(), (stage, share) -> {
            if (stage == Stage.PUBLISH) {
                assertThat(cancel(town, noor)).isTrue();
            }
        });

        assertThat(night).isInstanceOf(Night.Cancelled.class);
        assertThat(town.standing()).isEmpty();
        assertThat(town.count("proposal")).isZero();
        assertThat(town.runs()).containsExactly("CANCELLED publish: CancellationException");
    }

    @Test
    void cancellingAfterItHasPublishedIsTooLate() {
        NightTown town = NightTown.in(database, "too late");
        UUID noor = town.account("sanne@example.org");

        Night night = nightly.run(town.order(), (stage, share) -> {
            if (stage == Stage.RECONCILE) {
                assertThat(cancel(town, noor)).isFalse();
            }
        });

        assertThat(night).isInstanceOf(Night.Published.class);
        assertThat(town.runs()).containsExactly("PUBLISHED");
    }

    @Test
    void startedInTheBackgroundItIsThereAtOnceAndASecondStartIsRefused() {
        NightTown town = NightTown.in(database, "background");
        UUID noor = town.account("karin@example.org");
        NightsInBackground nights = context.getBean(NightsInBackground.class);
        matcher.endless = true;

        NightsInBackground.Start first = nights.start(town.order().by(noor));
        NightsInBackground.Start second = nights.start(town.order());

        assertThat(first).isInstanceOf(NightsInBackground.Start.Started.class);
        assertThat(second).isEqualTo(new NightsInBackground.Start.Busy());
        assertThat(town.runs()).containsExactly("RUNNING");
        assertThat(town.texts("select account from run")).containsExactly(noor.toString());

        nights.close();

        assertThat(town.runs()).hasSize(1).first().asString().startsWith("FAILED match");
    }

    @Test
    void nothingThatAnErrorSaysIsKeptAnywhere() {
        NightTown town = NightTown.in(database, "canary");
        matcher.failure = new IllegalStateException("family Ünal-3 has no answer");

        nightly.run(town.order(), NightProgress.NONE);

        assertThat(town.texts("""
                        select e.exit_message || s.exit_message as said
                        from batch.batch_job_execution e join batch.batch_step_execution s using (job_execution_id)
                        """)).isNotEmpty().noneMatch(said -> said.contains("nal-3"));
    }

    @Test
    void aSecondStartAtTheSameTimeIsRefused() {
        NightTown town = NightTown.in(database, "busy");
        NightTown other = NightTown.in(database, "not busy");
        AdvisoryLocks locks = new AdvisoryLocks(database.dataSource());

        try (AdvisoryLocks.Held held =
                locks.tryTake("nightly " + town.organisation().value()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(nightly.run(town.order(), NightProgress.NONE)).isEqualTo(new Night.Busy());
            assertThat(nightly.run(other.order(), NightProgress.NONE)).isInstanceOf(Night.Published.class);
        }

        assertThat(town.runs()).isEmpty();
        assertThat(nightly.run(town.order(), NightProgress.NONE)).isInstanceOf(Night.Published.class);
    }

    @Test
    void whatIsPublishedAlreadyIsNotDoneAgain() {
        NightTown town = NightTown.in(database, "once");
        Instant two = Instant.parse("2020-01-01T01:00:00Z");
        Night first = nightly.run(town.order().unlessPublishedSince(two), NightProgress.NONE);

        Night second = nightly.run(town.order().unlessPublishedSince(two), NightProgress.NONE);
        Night later = nightly.run(
                town.order().unlessPublishedSince(Instant.parse("2100-01-01T01:00:00Z")), NightProgress.NONE);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Night.Published.class,
                        published -> assertThat(second).isEqualTo(new Night.DoneAlready(published.run())));
        assertThat(later).isInstanceOf(Night.Published.class);
    }

    @Test
    void rowsThatDoNotAddUpFailTheRunWithWhatDiffers() {
        NightTown town = NightTown.in(database, "mismatch");
        database.ownerJdbc().sql("""
                create function lose_one() returns trigger language plpgsql as $$
                begin
                    if new.fit = 302 then
                        return null;
                    end if;
                    return new;
                end $$
                """).update();
        database.ownerJdbc()
                .sql("create trigger lose_one before insert on proposal for each row execute function lose_one()")
                .update();

        Night night = nightly.run(town.order(), NightProgress.NONE);

        database.ownerJdbc().sql("drop trigger lose_one on proposal").update();
        assertThat(night).isInstanceOf(Night.Failed.class);
        assertThat(town.runs()).containsExactly("PUBLISHED reconcile: 3 of 4 proposals");
    }
}
