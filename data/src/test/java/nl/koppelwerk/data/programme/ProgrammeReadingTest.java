package nl.koppelwerk.data.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.SupportKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeReadingTest {
    static final String WHOLE = """
            code: TEST
            version: 3
            organisation: Stichting Proef
            texts:
              nl: {name: Proef, summary: Een proef.}
              en: {name: Trial, summary: A trial.}
            area:
              municipalities: [Rotterdam]
              neighbourhoods:
                - {name: Merenwijk, postcodes: [2317, 2318]}
              postcodes: [2231]
            target:
              childAges: {from: 4, to: 12}
              atSchool: true
            kinds: [buddy, support-family]
            focus: [parenting, finance, housing]
            phases:
              - {phase: contact, weeks: 3, hoursPerWeek: 6.5}
              - {phase: activities, weeks: 20, hoursPerWeek: 2}
            checkIns: {trialWeeks: 5, weeks: [2, 9], thenEvery: 7}
            capacity:
              introductionsPerWeek: 11
              staff: {members: 3, hoursPerWeek: 40.5, familiesPerMember: 9}
              familiesPerVolunteer: 2
            rules:
              maximumDistanceMetres: 2500
              languageLevel: B1
              screeningYears: 4
              unconfirmedDays: 90
              weights: {near: 40, same-language: 0}
            sample: {families: 7, volunteers: 9, seed: 5}
            """;

    @Test
    void everyFieldIsReadAsItStands() {
        ProgrammeFile file = good(WHOLE).file();

        assertThat(file.code()).isEqualTo("TEST");
        assertThat(file.version()).isEqualTo(3);
        assertThat(file.organisation()).isEqualTo("Stichting Proef");
        assertThat(file.text(Locale.UK)).isEqualTo(new ProgrammeFile.Text("Trial", "A trial."));
        assertThat(file.dutch().summary()).isEqualTo("Een proef.");
        assertThat(file.area().municipalities()).containsExactly("Rotterdam");
        assertThat(file.area().named()).containsExactly(new Postcode(2231), new Postcode(2317), new Postcode(2318));
        assertThat(file.childAges()).contains(new Audience.Ages(4, 12));
        assertThat(file.atSchool()).isTrue();
        assertThat(file.kinds()).isEqualTo(Set.of(SupportKind.values()));
        assertThat(file.focus()).containsExactlyInAnyOrder(Need.PARENTING, Need.FINANCE, Need.HOUSING);
        assertThat(file.checkIns()).isEqualTo(new Rhythm(5, List.of(2, 9), 7));
        assertThat(file.capacity())
                .isEqualTo(new ProgrammeFile.Capacity(
                        11, Optional.of(new ProgrammeFile.Staff(3, 40.5, 9)), Optional.of(2)));
        assertThat(file.rules().weights()).containsEntry("near", 40).containsEntry("same-language", 0);
        assertThat(file.rules().maximumDistanceMetres()).isEqualTo(2500);
        assertThat(file.sample()).isEqualTo(new ProgrammeFile.Sample(7, 9, 5));
    }

    @Test
    void thePhaseOfAWeekFollowsFromTheUsualLengths() {
        ProgrammeFile file = good(WHOLE).file();

        assertThat(List.of(0, 2, 3, 22, 23, 90).stream()
                        .map(week -> file.phase(week).orElseThrow().stage()))
                .containsExactly(
                        ProgrammeFile.Stage.CONTACT,
                        ProgrammeFile.Stage.CONTACT,
                        ProgrammeFile.Stage.ACTIVITIES,
                        ProgrammeFile.Stage.ACTIVITIES,
                        ProgrammeFile.Stage.ACTIVITIES,
                        ProgrammeFile.Stage.ACTIVITIES);
    }

    private static final String WITH_INTAKE = WHOLE.replace("""
              atSchool: true
            """.indent(0), """
              atSchool: true
              households: [single-parent]
              conditions:
                - {question: pass, in: [city, other]}
                - {question: poor, is: true}
                - {question: rooms, from: 1, to: 3}
            intake:
              - {key: poor, kind: yes-no, nl: Weinig geld?, en: Little money?}
              - key: pass
                kind: choice
                nl: Welke pas?
                en: Which pass?
                options:
                  - {key: city, nl: stadspas, en: city pass}
                  - {key: other, nl: anders, en: other}
                  - {key: none, nl: geen, en: none}
              - {key: rooms, kind: number, nl: Kamers?, en: Rooms?, from: 0, to: 20}
              - {key: roots, kind: text, nl: Afkomst?, en: Descent?, onlyIfFamilyAsks: true}
            """.indent(0));

    @Test
    void questionsOfTheIntakeAndTheConditionsOnThemAreReadAsTheyStand() {
        ProgrammeFile file = good(WITH_INTAKE).file();

        assertThat(file.households()).containsExactly(nl.koppelwerk.domain.family.Household.SINGLE_PARENT);
        assertThat(file.intake())
                .extracting(ProgrammeFile.Asked::key, ProgrammeFile.Asked::kind, ProgrammeFile.Asked::onlyIfFamilyAsks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("poor", ProgrammeFile.Answer.YES_NO, false),
                        org.assertj.core.groups.Tuple.tuple("pass", ProgrammeFile.Answer.CHOICE, false),
                        org.assertj.core.groups.Tuple.tuple("rooms", ProgrammeFile.Answer.NUMBER, false),
                        org.assertj.core.groups.Tuple.tuple("roots", ProgrammeFile.Answer.TEXT, true));
        assertThat(file.conditions())
                .containsExactly(
                        new Condition("pass", "Welke pas?", "Which pass?", Set.of("city", "other"), Optional.empty()),
                        new Condition("poor", "Weinig geld?", "Little money?", Set.of("YES"), Optional.empty()),
                        new Condition("rooms", "Kamers?", "Rooms?", Set.of(), Optional.of(new Condition.Range(1, 3))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    question: poor,|question: rich,|target.conditions.2.question: Er is geen vraag rich bij intake. Wel: poor, pass, rooms, roots.
                    question: poor, is: true|question: roots, is: true|De vraag roots wordt alleen besproken als het gezin er zelf over begint. Daarom mag zij geen voorwaarde zijn.
                    , onlyIfFamilyAsks: true||intake.4: Deze vraag gaat over afkomst of geloof. Dat mag alleen met onlyIfFamilyAsks: true.
                    Weinig geld?|Welk geloof?|intake.1: Deze vraag gaat over afkomst of geloof.
                    nl: stadspas, en: city pass|nl: stadspas, en: migrants|intake.2: Deze vraag gaat over afkomst of geloof.
                    is: true|in: [city]|target.conditions.2.is: Het veld is ontbreekt.
                    in: [city, other]|in: [city, town]|target.conditions.1.in.2: Verwacht een van: city, other, none. Er staat: "town".
                    from: 1, to: 3|from: 3, to: 1|target.conditions.3: De getallen lopen niet op: van 3 tot en met 1.
                    question: poor, is|question: pass, is|target.conditions.2.in: Het veld in ontbreekt.
                    key: rooms|key: pass|intake: Twee vragen hebben dezelfde sleutel.
                    key: rooms|key: Rooms|intake.3.key: Een sleutel heeft kleine letters, cijfers en streepjes. Er staat: "Rooms".
                    kind: number|kind: date|intake.3.kind: Verwacht een van: yes-no, choice, number, text. Er staat: "date".
                    households: [single-parent]|households: [aunt]|target.households.1: Verwacht een van: single-parent, couple, other. Er staat: "aunt".
                    weights: {near: 40|weights: {roots: 40|rules.weights.roots: Het veld roots bestaat niet.
                    """)
    void whatIsWrongWithTheIntakeIsSaidWithItsPlace(String right, String wrong, String said) {
        assertThat(WITH_INTAKE).contains(right);

        assertThat(messages(WITH_INTAKE.replace(right, wrong == null ? "" : wrong)))
                .contains(said);
    }

    @Test
    void whatMayBeLeftOutAsksNothing() {
        String bare = WHOLE.lines()
                .filter(line -> !line.matches("(area|target|focus|phases| +(municip|neighb|- |postc|childA|atSch)).*"))
                .filter(line -> !line.matches(" +(staff|familiesPerV|weights).*"))
                .collect(Collectors.joining("\n"));

        ProgrammeFile file = good(bare).file();

        assertThat(file.area().anywhere()).isTrue();
        assertThat(file.childAges()).isEmpty();
        assertThat(file.atSchool()).isFalse();
        assertThat(file.focus()).isEmpty();
        assertThat(file.phase(4)).isEmpty();
        assertThat(file.rules().weights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    near: 40|nearr: 40|regel 30, rules.weights.nearr: Het veld nearr bestaat niet. Hier mag staan: near, language-level,
                    near: 40|near: 101|regel 30, rules.weights.near: Verwacht: een heel getal van 0 tot en met 100. Er staat: "101".
                    near: 40|near: '40'|regel 30, rules.weights.near: Verwacht: een heel getal van 0 tot en met 100. Er staat: "40".
                    parenting,|opvoeding,|regel 16, focus.1: Verwacht een van: finance, housing, health, domestic-relations, parenting,
                    [buddy, support-family]|[buddy, friend]|regel 15, kinds.2: Verwacht een van: support-family, buddy. Er staat: "friend".
                    [buddy, support-family]|[buddy, buddy]|regel 15, kinds: Er staat iets twee keer in deze lijst.
                    [buddy, support-family]|buddy|regel 15, kinds: Verwacht: een lijst met een of meer waarden. Er staat: "buddy".
                    [buddy, support-family]|[]|regel 15, kinds: Verwacht: een lijst met een of meer waarden. Er staat: "[…]".
                    version: 3|version: 0|regel 2, version: Verwacht: een heel getal van 1 tot en met 100000. Er staat: "0".
                    version: 3|version: 3.5|regel 2, version: Verwacht: een heel getal van 1 tot en met 100000. Er staat: "3.5".
                    code: TEST|code: T E|regel 1, code: Een code heeft alleen letters en cijfers. Er staat: "T E".
                    code: TEST|kode: TEST|regel 1, code: Het veld code ontbreekt.
                    code: TEST|kode: TEST|regel 1, kode: Het veld kode bestaat niet. Hier mag staan: texts, target, intake, phases, code, version,
                    atSchool: true|atSchool: ja|regel 14, target.atSchool: Verwacht: true of false. Er staat: "ja".
                    atSchool: true|income: low|regel 14, target.income: Het veld income bestaat niet. Hier mag staan: childAges, atSchool,
                    from: 4, to: 12|from: 12, to: 4|regel 13, target.childAges: De leeftijden lopen niet op: van 12 tot en met 4.
                    from: 4, to: 12|from: 4, to: 18|regel 13, target.childAges.to: Verwacht: een heel getal van 0 tot en met 17. Er staat: "18".
                    phase: activities|phase: party|regel 19, phases.2.phase: Verwacht een van: contact, acquaintance, activities, stabilising, rounding-off. Er staat: "party".
                    phase: activities|phase: contact|regel 17, phases: De fasen staan elk hoogstens een keer, in deze volgorde: contact,
                    weeks: [2, 9]|weeks: [9, 2]|regel 20, checkIns.weeks: De weken staan elk een keer, van vroeg naar laat.
                    postcodes: [2231]|postcodes: [223]|regel 11, area.postcodes.1: Verwacht: een heel getal van 1000 tot en met 9999. Er staat: "223".
                    languageLevel: B1|languageLevel: A0|regel 27, rules.languageLevel: Verwacht een van: A1, A2, B1, B2, C1, C2. Er staat: "A0".
                    languageLevel: B1|languageLevel:|regel 27, rules.languageLevel: Verwacht een van: A1, A2, B1, B2, C1, C2. Er staat: "".
                    seed: 5|seed: 5, seed: 6|regel 31: Dit is geen leesbare YAML.
                    code: TEST|- TEST|Dit is geen leesbare YAML.
                    """)
    void whatIsNotRightIsSaidWithItsPlaceAndWhatWasExpected(String right, String wrong, String said) {
        String message = messages(WHOLE.replace(right, wrong));

        assertThat(message).contains(said);
        assertThat(message.lines()).hasSize(wrong.startsWith("kode") ? 2 : 1);
        assertThat(message.lines()).allMatch(line -> line.startsWith("proef.yaml, regel "));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndInEnglishTooWhenAsked() {
        ProgrammeReading reading = ProgrammeReading.of(
                "proef.yaml", WHOLE.replace("version: 3", "version: x").replace("seed: 5", "seed: y"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        ProgrammeReading.Wrong.class,
                        wrong -> assertThat(wrong.problems().stream().map(problem -> problem.in(Locale.ENGLISH)))
                                .containsExactly(
                                        "proef.yaml, line 2, version: Expected: a whole number from 1 to 100000. Found: \"x\".",
                                        "proef.yaml, line 31, sample.seed: Expected: a whole number from 0 to 2147483647."
                                                + " Found: \"y\"."));
    }

    @Test
    void whatIsNoProgrammeAtAllIsRefused() {
        assertThat(messages("")).contains("Hier staat geen programma.");
        assertThat(messages("- a\n- b\n")).contains("Hier staat geen programma.");
        assertThat(messages("tekst")).contains("Hier staat geen programma.");
        assertThat(messages("a: [1, 2")).contains("Dit is geen leesbare YAML.");
        assertThat(messages("[".repeat(100_000))).contains("Dit is geen leesbare YAML.");
        assertThat(messages("x".repeat(200_001)))
                .isEqualTo("proef.yaml: Dit bestand is te lang. Een programma heeft hoogstens 200000 tekens.");
    }

    @Test
    void everyProgrammeThatComesAlongIsRightAndIsNamedAfterItsCode() {
        List<ShippedProgrammes.Shipped> shipped = ShippedProgrammes.list();

        assertThat(shipped).hasSizeGreaterThanOrEqualTo(12);
        for (ShippedProgrammes.Shipped file : shipped) {
            assertThat(ProgrammeReading.of(file.name(), file.text()))
                    .as(file.name())
                    .isInstanceOfSatisfying(
                            ProgrammeReading.Good.class,
                            good -> assertThat(good.file().code() + ".yaml").isEqualTo(file.name()));
        }
    }

    static ProgrammeReading.Good good(String text) {
        ProgrammeReading reading = ProgrammeReading.of("proef.yaml", text);
        assertThat(reading).isInstanceOf(ProgrammeReading.Good.class);
        return (ProgrammeReading.Good) reading;
    }

    private static String messages(String text) {
        ProgrammeReading reading = ProgrammeReading.of("proef.yaml", text);
        assertThat(reading).isInstanceOf(ProgrammeReading.Wrong.class);
        return ((ProgrammeReading.Wrong) reading)
                .problems().stream().map(problem -> problem.in(Locale.of("nl"))).collect(Collectors.joining("\n"));
    }
}
