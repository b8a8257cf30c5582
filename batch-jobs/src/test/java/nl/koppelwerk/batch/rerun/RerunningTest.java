package nl.koppelwerk.batch.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyMatcher;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.batch.nightly.Watch;
import nl.koppelwerk.batch.rerun.Rerunning.Start;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.rerun.Difference;
import nl.koppelwerk.data.rerun.Differences;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.solver.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** With the real optimiser, held up where a test needs that. */
@ExtendWith(DatabaseExtension.class)
class RerunningTest {
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HeldUp matcher = new HeldUp();

    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));
    private UUID noor = new UUID(0, 0);
    private Town town = Town.of(organisation, 1, 1);

    RerunningTest(TestDatabase database) {
        this.database = database;
        this.context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("held up", NightlyMatcher.class, () -> matcher, bean -> bean.setPrimary(true)))
                .run();
        matcher.real = context.getBean("nightlyMatcher", NightlyMatcher.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** The real matcher, once it is let go. */
    private static final class HeldUp implements NightlyMatcher {
        NightlyMatcher real = (snapshot, seed, watch, hands) -> {
            throw new IllegalStateException("no matcher yet");
        };
        volatile boolean untilStopped;
        final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public Outcome match(Snapshot snapshot, long seed, Watch watch, Hands hands) {
            begun.countDown();
            while (untilStopped && !watch.stopped()) {
                Thread.onSpinWait();
            }
            watch.goOn();
            return real.match(snapshot, seed, watch, hands);
        }
    }

    private RunId night(String name) {
        organisation = database.organisation(name);
        town = Town.of(organisation, 13, 6);
        town.saveIn(database);
        noor = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String sql = """
                insert into account (organisation, id, email, name, password_hash, role)
                values (:organisation, :id, :email, 'Noor', '-', 'COORDINATOR')
                """;
        inside(() -> database.jdbc()
                .sql(sql)
                .param("organisation", organisation.value())
                .param("id", noor)
                .param("email", noor + "@example.org")
                .update());
        Night night =
                context.getBean(NightlyRun.class).run(NightOrder.on(Town.TODAY, organisation), NightProgress.NONE);
        assertThat(night).isInstanceOf(Night.Published.class);
        return ((Night.Published) night).run();
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    private <T> T reading(Supplier<T> work) {
        return context.getBean(OrganisationScope.class).reading(organisation, work);
    }

    private Start start(RunId run, Optional<RuleSettings> rules) {
        return context.getBean(Rerunning.class)
                .start(new RerunOrder(
                        organisation,
                        run,
                        noor,
                        rules.map(settings -> new Rerun.Draft(town.programme().id(), settings))));
    }

    private Rerun ended(Start start) {
        assertThat(start).isInstanceOf(Start.Started.class);
        Start.Started started = (Start.Started) start;
        started.work().join();
        return reading(() -> context.getBean(Reruns.class).find(started.id()).orElseThrow());
    }

    private Difference difference(RunId run, Rerun rerun) {
        return reading(() -> context.getBean(Differences.class).between(run, rerun.id()));
    }

    /** Everything that coordinators see or that the next night starts from. */
    private List<String> all() {
        String sql = """
                select 'pairing ' || id || ' ' || volunteer || ' ' || step || ' ' || version from pairing
                union all select 'proposal ' || run || ' ' || request || ' ' || volunteer from proposal
                union all select 'unpaired ' || run || ' ' || request from unpaired
                union all select 'run ' || id || ' ' || status from run
                union all select 'rules ' || code || ' ' || rules_version || ' ' || version from programme
                union all select 'version ' || version || ' ' || weights from programme_rules
                order by 1
                """;
        return database.scope()
                .reading(
                        organisation,
                        () -> database.jdbc()
                                .sql(sql)
                                .query((row, number) -> String.valueOf(row.getString(1)))
                                .list());
    }

    private static RuleSettings with(RuleSettings rules, int metres, Map<String, Integer> weights) {
        return new RuleSettings(
                rules.version(),
                rules.screeningYears(),
                rules.languageLevel(),
                metres,
                rules.unconfirmedDays(),
                weights);
    }

    @Test
    void aReplayComesToTheSameProposals() {
        RunId run = night("replay");

        Rerun replay = ended(start(run, Optional.empty()));

        assertThat(replay.status()).isEqualTo(Rerun.Status.DONE);
        Difference difference = difference(run, replay);
        assertThat(difference.isNone()).isTrue();
        assertThat(difference.before().proposals()).isPositive();
        assertThat(difference.after()).isEqualTo(difference.before());
    }

    @Test
    void aReplayUsesTheRulesOfThatNightAlsoWhenOthersAreInUseSince() {
        RunId run = night("replay later");
        inside(() -> database.jdbc().sql("""
                        insert into programme_rules (organisation, programme, version, screening_years, language_level,
                                                     maximum_distance_metres, unconfirmed_days, weights)
                        select organisation, id, 4, 1, 'C2', 10, 1, '{}' from programme
                        """).update());
        inside(() ->
                database.jdbc().sql("update programme set rules_version = 4").update());

        Rerun replay = ended(start(run, Optional.empty()));

        assertThat(difference(run, replay).isNone()).isTrue();
    }

    @Test
    void aDraftThatIsTriedSaysWhoWouldLoseAndChangesNothing() {
        RunId run = night("draft");
        List<String> before = all();
        RuleSettings rules = town.programme().rules();
        RuleSettings betterSpeech = new RuleSettings(
                rules.version(),
                rules.screeningYears(),
                Level.B2,
                rules.maximumDistanceMetres(),
                rules.unconfirmedDays(),
                rules.weights());

        Rerun tried = ended(start(run, Optional.of(betterSpeech)));

        assertThat(tried.status()).isEqualTo(Rerun.Status.DONE);
        assertThat(tried.draft()).contains(new Rerun.Draft(town.programme().id(), betterSpeech));
        Difference difference = difference(run, tried);
        assertThat(difference.after().proposals()).isPositive();
        assertThat(difference.count(Difference.Kind.LOSES) - difference.count(Difference.Kind.GAINS))
                .isEqualTo((long) difference.before().proposals()
                        - difference.after().proposals())
                .isPositive();
        assertThat(difference.changes())
                .filteredOn(change -> change.kind() == Difference.Kind.LOSES)
                .allSatisfy(change -> assertThat(change.before()).isPresent())
                .allSatisfy(change -> assertThat(change.after()).isEmpty());
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void theHighestAndTheLowestWeightsAreTriedWithoutTrouble() {
        RunId run = night("extremes");
        Map<String, Integer> highest = new LinkedHashMap<>(Rules.weights());
        highest.replaceAll((rule, weight) -> RuleSettings.MOST_WEIGHT);
        Map<String, Integer> lowest = new LinkedHashMap<>(Rules.weights());
        lowest.replaceAll((rule, weight) -> 0);

        Rerun high = ended(start(run, Optional.of(with(town.programme().rules(), RuleSettings.MOST_METRES, highest))));
        Rerun low = ended(start(run, Optional.of(with(town.programme().rules(), RuleSettings.MOST_METRES, lowest))));

        assertThat(high.status()).isEqualTo(Rerun.Status.DONE);
        assertThat(low.status()).isEqualTo(Rerun.Status.DONE);
        assertThat(difference(run, low).after().meanFit()).isZero();
    }

    @Test
    void aSecondOneAtTheSameTimeIsRefusedAndTheFirstCanBeStopped() throws InterruptedException {
        RunId run = night("busy");
        matcher.untilStopped = true;

        Start first = start(run, Optional.empty());
        matcher.begun.await();

        assertThat(start(run, Optional.empty())).isEqualTo(new Start.Busy());
        UUID id = ((Start.Started) first).id();
        assertThat(context.getBean(OrganisationScope.class)
                        .inside(
                                organisation,
                                () -> context.getBean(Reruns.class).cancel(id)))
                .isTrue();
        assertThat(ended(first).status()).isEqualTo(Rerun.Status.CANCELLED);

        matcher.untilStopped = false;
        assertThat(ended(start(run, Optional.empty())).status()).isEqualTo(Rerun.Status.DONE);
    }

    @Test
    void oneThatWasInterruptedIsSaidToHaveFailedAtTheNextStart() {
        RunId run = night("interrupted");
        UUID dead = UUID.nameUUIDFromBytes(new byte[] {7});
        inside(() -> database.jdbc()
                .sql("""
                        insert into rerun (organisation, id, run, account, status, started_at, seen_at)
                        values (:organisation, :id, :run, :account, 'RUNNING', '2025-01-01 10:00Z', '2025-01-01 10:01Z')
                        """)
                .param("organisation", organisation.value())
                .param("id", dead)
                .param("run", run.value())
                .param("account", noor)
                .update());

        assertThat(ended(start(run, Optional.empty())).status()).isEqualTo(Rerun.Status.DONE);

        // Long ago as well, so it is not kept.
        assertThat(reading(() -> context.getBean(Reruns.class).find(dead))).isEmpty();
    }

    @Test
    void whatAFailureSaysIsNotKept() {
        RunId run = night("failure");
        NightlyMatcher real = matcher.real;
        matcher.real = (snapshot, seed, watch, hands) -> {
            throw new IllegalStateException("family Ünal-3 has no answer");
        };

        Rerun failed = ended(start(run, Optional.empty()));

        matcher.real = real;
        assertThat(failed.status()).isEqualTo(Rerun.Status.FAILED);
        assertThat(failed.failure()).contains("IllegalStateException");
    }
}
