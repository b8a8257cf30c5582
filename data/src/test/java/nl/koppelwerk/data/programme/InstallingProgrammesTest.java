package nl.koppelwerk.data.programme;

import static nl.koppelwerk.data.programme.ProgrammeReadingTest.WHOLE;
import static nl.koppelwerk.data.programme.ProgrammeReadingTest.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.programme.InstallingProgrammes.Outcome;
import nl.koppelwerk.data.rules.Rhythms;
import nl.koppelwerk.data.rules.RulesVersions;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.SupportKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class InstallingProgrammesTest {
    private static final String NEXT = WHOLE.replace("version: 3", "version: 4");

    private final TestDatabase database;
    private final Programmes programmes;
    private final Rhythms rhythms;
    private final RulesVersions rules;
    private final KeptProgrammeFiles files;
    private final InstallingProgrammes installing;

    InstallingProgrammesTest(TestDatabase database) {
        this.database = database;
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        this.programmes = new Programmes(database.jdbc());
        this.rhythms = new Rhythms(database.jdbc(), clock);
        this.rules = new RulesVersions(database.jdbc(), clock);
        this.files = new KeptProgrammeFiles(database.jdbc());
        this.installing = new InstallingProgrammes(database.jdbc(), new Audit(database.jdbc(), clock), clock);
    }

    @Test
    void aNewProgrammeIsAsItsFileSays() {
        OrganisationId here = database.organisation("new");

        assertThat(preview(here, WHOLE)).isEqualTo(new Outcome.New());
        assertThat(inside(here, programmes::list))
                .as("a preview changes nothing")
                .isEmpty();
        assertThat(install(here, WHOLE)).isEqualTo(new Outcome.New());

        Programme programme = only(here);
        assertThat(programme.code()).isEqualTo("TEST");
        assertThat(programme.name()).isEqualTo("Proef");
        assertThat(programme.kinds()).isEqualTo(Set.of(SupportKind.values()));
        assertThat(programme.introductionsPerWeek()).isEqualTo(11);
        assertThat(programme.rules()).isEqualTo(good(WHOLE).file().rules());
        Audience audience = programme.audience().orElseThrow();
        assertThat(audience.childAges()).contains(new Audience.Ages(4, 12));
        assertThat(audience.atSchool()).isTrue();
        assertThat(audience.area())
                .as("three by postcode, and the 71 that are known of Rotterdam")
                .contains(new Postcode(2317), new Postcode(2318), new Postcode(2231), new Postcode(3036))
                .doesNotContain(new Postcode(2311))
                .hasSize(74);
        assertThat(inside(here, () -> rhythms.find(programme.id()).orElseThrow().rhythm()))
                .isEqualTo(new Rhythm(5, List.of(2, 9), 7));
        assertThat(inside(here, () -> files.find(programme.id()).orElseThrow().text()))
                .isEqualTo(WHOLE);
    }

    @Test
    void buurtgezinnenIsInSixtyMunicipalitiesEachWithPostcodesForAnOwnCoordinator() {
        OrganisationId here = database.organisation("sixty");
        install(here, ShippedProgrammes.find("BG").orElseThrow().text());

        Set<Postcode> area = only(here).audience().orElseThrow().area();
        Map<String, Long> municipalities = inside(here, () -> new Places(database.jdbc()).list()).stream()
                .filter(place -> area.contains(place.postcode()))
                .collect(Collectors.groupingBy(Place::municipality, Collectors.counting()));
        assertThat(municipalities).hasSize(60).containsEntry("Zutphen", 9L);
        assertThat(area).hasSizeGreaterThan(900);
    }

    @Test
    void theSameVersionTwiceChangesNothing() {
        OrganisationId here = database.organisation("twice");
        install(here, WHOLE);

        assertThat(install(here, WHOLE)).isEqualTo(new Outcome.Same());
        assertThat(install(here, WHOLE.replace("near: 40", "near: 41"))).isEqualTo(new Outcome.SameNumber());
        assertThat(install(here, WHOLE.replace("version: 3", "version: 2"))).isEqualTo(new Outcome.Older(3));

        assertThat(only(here).rules().weights()).containsEntry("near", 40);
        assertThat(inside(here, () -> files.list(only(here).id()))).hasSize(1);
        assertThat(inside(here, () -> rules.list(only(here).id()))).hasSize(1);
    }

    @Test
    void aNewerVersionShowsItsDifferencesAndIsKeptBesideTheOld() {
        OrganisationId here = database.organisation("newer");
        install(here, WHOLE);
        String next = NEXT.replace("near: 40, ", "near: 45, ")
                .replace("thenEvery: 7", "thenEvery: 6")
                .replace("[2317, 2318]", "[2317]")
                .replace("  atSchool: true\n", "");

        Outcome previewed = preview(here, next);
        Outcome installed = install(here, next);

        assertThat(installed).isEqualTo(previewed);
        assertThat(installed).isInstanceOfSatisfying(Outcome.Newer.class, newer -> {
            assertThat(newer.before()).isEqualTo(3);
            assertThat(newer.differences())
                    .containsExactly(
                            difference("version", "3", "4"),
                            difference("area.neighbourhoods.1.postcodes", "2317, 2318", "2317"),
                            difference("checkIns.thenEvery", "7", "6"),
                            difference("rules.weights.near", "40", "45"),
                            new Difference("target.atSchool", Optional.of("true"), Optional.empty()));
            assertThat(newer.kept()).isEmpty();
            assertThat(newer.replaced()).isEmpty();
        });
        Programme programme = only(here);
        assertThat(programme.rules().version()).isEqualTo(2);
        assertThat(programme.rules().weights()).containsEntry("near", 45);
        assertThat(programme.audience().orElseThrow().atSchool()).isFalse();
        assertThat(programme.audience().orElseThrow().area()).hasSize(73);
        assertThat(inside(
                        here,
                        () -> rhythms.find(programme.id())
                                .orElseThrow()
                                .rhythm()
                                .thenEvery()))
                .isEqualTo(6);
        assertThat(inside(here, () -> files.list(programme.id())))
                .extracting(KeptProgrammeFiles.Kept::version)
                .containsExactly(4, 3);
    }

    @Test
    void whatWasChangedOnThePageOfTheRulesStaysUnlessTheFileItselfSaysSomethingElse() {
        OrganisationId here = database.organisation("changed");
        install(here, WHOLE);
        Programme programme = only(here);
        Rhythm own = new Rhythm(9, List.of(1), 1);
        inside(here, () -> {
            rules.install(
                    programme.id(),
                    good(WHOLE.replace("near: 40", "near: 77")).file().rules(),
                    Optional.empty(),
                    "tried");
            int version = rhythms.find(programme.id()).orElseThrow().version();
            return rhythms.change(here, programme.id(), version, own, Optional.empty());
        });

        assertThat(install(here, NEXT.replace("trialWeeks: 5", "trialWeeks: 6")))
                .isInstanceOfSatisfying(Outcome.Newer.class, newer -> {
                    assertThat(newer.kept()).containsExactly("rules");
                    assertThat(newer.replaced()).containsExactly("checkIns");
                });

        assertThat(only(here).rules().weights()).containsEntry("near", 77);
        assertThat(inside(
                        here,
                        () -> rhythms.find(programme.id())
                                .orElseThrow()
                                .rhythm()
                                .trialWeeks()))
                .isEqualTo(6);

        assertThat(install(here, WHOLE.replace("version: 3", "version: 5").replace("near: 40", "near: 50")))
                .isInstanceOfSatisfying(
                        Outcome.Newer.class,
                        newer -> assertThat(newer.replaced()).containsExactly("rules"));
        assertThat(only(here).rules().weights()).containsEntry("near", 50);
        assertThat(only(here).rules().version()).isEqualTo(3);
    }

    @Test
    void aProgrammeThatWasMadeWithoutAFileTakesOverWhatTheFileSays() {
        OrganisationId here = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()), programmes, database.scope())
                .found("without");

        Outcome outcome = install(here, WHOLE.replace("code: TEST", "code: MAATJE"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Newer.class, newer -> {
            assertThat(newer.before()).isZero();
            assertThat(newer.differences())
                    .contains(
                            difference("texts.nl.name", "Maatjes", "Proef"),
                            difference("capacity.introductionsPerWeek", "10000", "11"),
                            difference("rules.languageLevel", "A2", "B1"));
        });
        assertThat(inside(here, programmes::list))
                .extracting(Programme::name)
                .containsExactly("Proef", "Steungezinnen");
    }

    @Test
    void aMunicipalityThatNobodyKnowsIsRefusedAndNothingIsInstalled() {
        OrganisationId here = database.organisation("unknown");
        String wrong = WHOLE.replace("[Rotterdam]", "[Rotterdam, Roterdam, Weesp]");

        assertThat(install(here, wrong)).isEqualTo(new Outcome.UnknownMunicipalities(List.of("Roterdam", "Weesp")));
        assertThat(inside(here, programmes::list)).isEmpty();
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        OrganisationId here = database.organisation("here");
        OrganisationId there = database.organisation("there");
        install(here, WHOLE);

        Programme programme = only(here);
        assertThat(inside(there, () -> files.list(programme.id()))).isEmpty();
        assertThat(install(there, WHOLE)).isEqualTo(new Outcome.New());
        assertThat(only(there).id()).isNotEqualTo(only(here).id());
    }

    private static Difference difference(String place, String before, String after) {
        return new Difference(place, Optional.of(before), Optional.of(after));
    }

    private Outcome preview(OrganisationId organisation, String text) {
        return database.scope().reading(organisation, () -> installing.preview(good(text)));
    }

    private Outcome install(OrganisationId organisation, String text) {
        return inside(organisation, () -> installing.install(organisation, good(text), Optional.empty()));
    }

    private Programme only(OrganisationId organisation) {
        return inside(organisation, programmes::list).getFirst();
    }

    private <T> T inside(OrganisationId organisation, Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }
}
