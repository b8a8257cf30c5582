package nl.koppelwerk.ui.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class RightsPagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId rotterdam;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 22);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static UserDetails noor() {
        return pages.context().getBean(UserDetailsService.class).loadUserByUsername(NOOR);
    }

    private static MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(noor())).exchange();
    }

    private static MvcTestResult post(String path, String... sent) {
        MockMvcTester.MockMvcRequestBuilder request =
                mvc.post().uri(path).with(user(noor())).with(csrf());
        for (int i = 0; i < sent.length; i += 2) {
            request = request.param(sent[i], sent[i + 1]);
        }
        return request.exchange();
    }

    private static UUID family(int number) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id from family order by reference offset :number limit 1")
                                .param("number", number)
                                .query(UUID.class)
                                .single());
    }

    private static String name(UUID family) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select name from family where id = :id")
                                .param("id", family)
                                .query(String.class)
                                .single());
    }

    @Test
    void whoSawAPersonIsToldWithTheReasonAndCanBeGivenAlong() throws java.io.UnsupportedEncodingException {
        UUID seen = family(11);
        UUID other = family(12);
        get("/families/" + seen);
        get("/families/" + seen + "/intake");
        get("/families/" + other + "/rights");
        get("/families/export.csv");

        assertThat(get("/families/" + seen + "/accesses"))
                .bodyText()
                .contains(
                        "Wie zag de gegevens van",
                        "Het dossier van het gezin: om hulp te vinden en bij te houden.",
                        "Voor de intake: wat kan het gezin en wat is er nodig.",
                        "Een bestand met een lijst. Deze persoon kan daarin staan.",
                        ", coördinator")
                .doesNotContain("Voor toestemming");
        assertThat(get("/families/" + seen + "/accesses.csv"))
                .bodyText()
                .contains("Wanneer;Wie;Wat;Waarom", "gezien: gezin;Het dossier van het gezin", "21 november 2026");
        assertThat(get("/families/" + seen + "/accesses"))
                .bodyText()
                .as("the file that was taken, too")
                .contains("geëxporteerd: gezin", "Iemand ging na wie het dossier zag.");
        assertThat(get("/families/" + new UUID(11, 11) + "/accesses")).hasStatus(404);
    }

    @Test
    void theMorningTellsWhoAskedUntilItIsDone() {
        UUID asking = family(3);
        String page = "/families/" + asking + "/rights";
        assertThat(get("/morning")).bodyText().doesNotContain("vragen om te wissen");

        post(page, "ask", "NOTE_REQUEST");

        assertThat(get("/morning")).bodyText().contains("vragen om te wissen");
        assertThat(get("/erasures"))
                .bodyText()
                .contains(name(asking), "gevraagd op 21 november 2026, klaar voor 21 december 2026");
        assertThat(get(page)).bodyText().contains("Dit gaat weg", "eerdere gegevens, uit de geschiedenis");
        assertThat(post(page + "/erase")).hasRedirectedUrl(page);
        assertThat(name(asking)).isNotEqualTo("–");
        assertThat(post(page + "/erase", "sure", "true")).hasRedirectedUrl("/families");
        assertThat(name(asking)).isEqualTo("–");
        assertThat(get("/morning")).bodyText().doesNotContain("vragen om te wissen");
        assertThat(get(page)).hasStatus(404);
        assertThat(get("/families/" + asking)).hasStatus(404);
    }

    @Test
    void whoIsHeldIsNotErasedAndThePageSaysWhyAndByWhom() {
        UUID held = family(5);
        String page = "/families/" + held + "/rights";

        post(page, "ask", "HOLD", "reason", "kort");
        assertThat(get(page)).bodyText().contains("Dit gaat weg");
        post(page, "ask", "HOLD", "reason", "Er loopt een klacht bij de commissie");

        assertThat(get(page))
                .bodyText()
                .contains("Er loopt een klacht bij de commissie", "Sinds 21 november 2026, door ")
                .doesNotContain("Dit gaat weg");
        assertThat(post(page + "/erase", "sure", "true")).hasRedirectedUrl(page);
        assertThat(name(held)).isNotEqualTo("–");
        post(page, "ask", "END_HOLD");
        assertThat(get(page)).bodyText().contains("Dit gaat weg").doesNotContain("commissie");
    }

    @Test
    void whatAFamilySaidByWordOfMouthIsNotedAndTakenBackAndThePageSaysWhatToDo() {
        UUID said = family(9);
        String page = "/families/" + said + "/rights";
        assertThat(get(page))
                .bodyText()
                .contains("nog niet genoteerd", "dat Samen Sterk Rotterdam dit bewaart om hulp te zoeken")
                .doesNotContain("Noteer: ingetrokken");

        post(page + "/consent", "told", "GIVEN", "on", "2026-11-22");
        post(page + "/consent", "told", "GIVEN", "on", "gisteren");
        assertThat(get(page)).bodyText().contains("nog niet genoteerd");
        assertThat(post(page + "/consent", "told", "GIVEN", "on", "2026-11-03")).hasRedirectedUrl(page);

        assertThat(get(page))
                .bodyText()
                .contains("Akkoord op 3 november 2026 met tekst 2026-11, mondeling.", "Genoteerd door ")
                .doesNotContain("Noteer het akkoord");
        post(page + "/consent", "told", "WITHDRAWN");
        assertThat(get(page))
                .bodyText()
                .contains(
                        "Ingetrokken op 21 november 2026.",
                        "Verder stopt er niets vanzelf",
                        "href=\"/families/" + said + "\"")
                .contains("Noteer het akkoord");
    }

    @Test
    void aVolunteerWhoTookItBackIsPausedAndComesBackOnlyAfterAgreeing() {
        UUID volunteer = database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id from volunteer where active order by reference offset 3 limit 1")
                                .query(UUID.class)
                                .single());
        String page = "/volunteers/" + volunteer + "/rights";
        post(page + "/consent", "told", "GIVEN", "on", "2026-11-03");

        post(page + "/consent", "told", "WITHDRAWN");

        assertThat(get(page)).bodyText().contains("Ingetrokken op 21 november 2026.", "heeft pauze");
        post("/volunteers/" + volunteer + "/resume", "seen", "999999999");
        assertThat(active(volunteer)).isFalse();
        post(page + "/consent", "told", "GIVEN", "on", "2026-11-21");
        post("/volunteers/" + volunteer + "/resume", "seen", "999999999");
        assertThat(active(volunteer)).isTrue();
    }

    private static boolean active(UUID volunteer) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select active from volunteer where id = :id")
                                .param("id", volunteer)
                                .query(Boolean.class)
                                .single());
    }

    @Test
    void aPairingUnderWayIsLinkedToAsWhatIsToBeEndedFirst() {
        UUID busy = family(7);
        database.scope().inside(rotterdam, () -> {
            database.jdbc()
                    .sql("update pairing set step = 'RUNNING' where request in"
                            + " (select id from support_request where family = :family)")
                    .param("family", busy)
                    .update();
        });

        assertThat(get("/families/" + busy + "/rights"))
                .bodyText()
                .contains("Er loopt nog een koppeling", "/pairings/")
                .doesNotContain("Dit gaat weg");
    }
}
