package nl.koppelwerk.data.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.rules.PuttingRulesToUse.Outcome;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

@ExtendWith(DatabaseExtension.class)
class RulesTest {
    private static final Instant NOW = Instant.parse("2026-03-17T09:30:00Z");

    private final TestDatabase database;
    private final RulesVersions versions;
    private final RulesDrafts drafts;
    private final PuttingRulesToUse putting;

    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));
    private ProgrammeId programme = new ProgrammeId(new UUID(0, 0));
    private RuleSettings first = RuleSettings.DEFAULT;

    RulesTest(TestDatabase database) {
        this.database = database;
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        versions = new RulesVersions(database.jdbc(), clock);
        drafts = new RulesDrafts(database.jdbc(), clock);
        putting = new PuttingRulesToUse(versions, drafts);
    }

    /** A programme whose rules came with it, as version 3. */
    private void town(String name) {
        organisation = database.organisation(name);
        Town town = Town.of(organisation, 2, 1);
        town.saveIn(database);
        programme = town.programme().id();
        first = town.programme().rules();
    }

    private UUID account(String name) {
        UUID id = UUID.nameUUIDFromBytes((organisation + name).getBytes(StandardCharsets.UTF_8));
        String sql = """
                insert into account (organisation, id, email, name, password_hash, role)
                values (:organisation, :id, :email, :name, '-', 'COORDINATOR')
                """;
        inside(() -> database.jdbc()
                .sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("email", id + "@example.org")
                .param("name", name)
                .update());
        return id;
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    private static RuleSettings near(RuleSettings settings, int weight) {
        return new RuleSettings(
                settings.version(),
                settings.screeningYears(),
                settings.languageLevel(),
                settings.maximumDistanceMetres(),
                settings.unconfirmedDays(),
                Map.of("near", weight));
    }

    @Test
    void aDraftChangesNothingUntilItIsPutToUse() {
        town("draft");
        UUID noor = account("Noor");
        RuleSettings changed = near(first, 55);

        assertThat(inside(() -> drafts.save(programme, noor, changed, 0))).isTrue();

        assertThat(inside(
                        () -> new Programmes(database.jdbc()).list().getFirst().rules()))
                .isEqualTo(first);
        assertThat(inside(() -> putting.draft(programme, 1, "Dichtbij telt zwaarder", noor)))
                .isEqualTo(new Outcome.InUse(4));
        assertThat(inside(
                        () -> new Programmes(database.jdbc()).list().getFirst().rules()))
                .isEqualTo(changed.withVersion(4));
        assertThat(inside(() -> drafts.find(programme, noor))).isEmpty();
        assertThat(inside(() -> versions.list(programme)))
                .containsExactly(
                        new RulesVersion(
                                changed.withVersion(4),
                                Optional.of(NOW),
                                Optional.of("Noor"),
                                Optional.of("Dichtbij telt zwaarder"),
                                Optional.empty()),
                        new RulesVersion(
                                first, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void whoIsSecondWithADraftOnTheSameVersionIsToldSo() {
        town("two drafts");
        UUID noor = account("Noor");
        UUID marieke = account("Marieke");
        inside(() -> drafts.save(programme, noor, near(first, 55), 0));
        inside(() -> drafts.save(programme, marieke, near(first, 12), 0));

        assertThat(inside(() -> drafts.ofOthers(programme, noor)))
                .extracting(RulesDraft::by)
                .containsExactly("Marieke");
        assertThat(inside(() -> putting.draft(programme, 1, "eerst", marieke))).isEqualTo(new Outcome.InUse(4));
        assertThat(inside(() -> putting.draft(programme, 1, "daarna", noor))).isEqualTo(new Outcome.Overtaken(4));
        assertThat(inside(() -> versions.findInUse(programme)))
                .get()
                .extracting(version -> version.settings().weights())
                .isEqualTo(Map.of("near", 12));
        assertThat(inside(() -> drafts.find(programme, noor))).isPresent();
    }

    @Test
    void aDraftChangedInAnotherWindowIsNotOverwrittenOrPutToUse() {
        town("two windows");
        UUID noor = account("Noor");
        inside(() -> drafts.save(programme, noor, near(first, 55), 0));
        inside(() -> drafts.save(programme, noor, near(first, 60), 1));

        assertThat(inside(() -> drafts.save(programme, noor, near(first, 70), 1)))
                .isFalse();
        assertThat(inside(() -> drafts.save(programme, noor, near(first, 70), 0)))
                .isFalse();
        assertThat(inside(() -> putting.draft(programme, 1, "oud", noor))).isEqualTo(new Outcome.Gone());
        assertThat(inside(() -> drafts.find(programme, noor)))
                .get()
                .extracting(draft -> draft.settings().weights(), RulesDraft::version)
                .containsExactly(Map.of("near", 60), 2);
    }

    @Test
    void whatIsAsItWasIsNoNewVersion() {
        town("nothing new");
        UUID noor = account("Noor");
        inside(() -> drafts.save(programme, noor, first, 0));

        assertThat(inside(() -> putting.draft(programme, 1, "zomaar", noor))).isEqualTo(new Outcome.NothingNew());
        assertThat(inside(() -> putting.restore(programme, 3, 3, "zomaar", noor)))
                .isEqualTo(new Outcome.NothingNew());
        assertThat(inside(() -> versions.list(programme))).hasSize(1);
    }

    @Test
    void anOlderVersionComesBackInOneStepAsANewOne() {
        town("restored");
        UUID noor = account("Noor");
        inside(() -> drafts.save(programme, noor, near(first, 55), 0));
        inside(() -> putting.draft(programme, 1, "proberen", noor));

        assertThat(inside(() -> putting.restore(programme, 3, 3, "terug", noor)))
                .isEqualTo(new Outcome.Overtaken(4));
        assertThat(inside(() -> putting.restore(programme, 3, 4, "terug", noor)))
                .isEqualTo(new Outcome.InUse(5));
        assertThat(inside(() -> versions.findInUse(programme)))
                .contains(new RulesVersion(
                        first.withVersion(5),
                        Optional.of(NOW),
                        Optional.of("Noor"),
                        Optional.of("terug"),
                        Optional.of(3)));
    }

    @Test
    void aVersionThatWasUsedCannotBeChangedOrTakenAway() {
        town("fixed");

        assertThatThrownBy(() -> inside(() -> database.jdbc()
                        .sql("update programme_rules set screening_years = 9")
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table programme_rules");
        assertThatThrownBy(() -> inside(
                        () -> database.jdbc().sql("delete from programme_rules").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied for table programme_rules");
    }

    @Test
    void anotherOrganisationsProgrammeLooksLikeNone() {
        town("mine");
        UUID noor = account("Noor");
        ProgrammeId mine = programme;
        inside(() -> drafts.save(mine, noor, near(first, 55), 0));
        town("not mine");
        UUID other = account("Ander");

        assertThat(inside(() -> versions.list(mine))).isEmpty();
        assertThat(inside(() -> drafts.find(mine, noor))).isEmpty();
        assertThat(inside(() -> drafts.save(mine, other, near(first, 1), 0))).isFalse();
        assertThat(inside(() -> putting.restore(mine, 3, 3, "x", other))).isEqualTo(new Outcome.Gone());
    }
}
