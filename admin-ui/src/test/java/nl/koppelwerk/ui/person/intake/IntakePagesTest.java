package nl.koppelwerk.ui.person.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ExtendWith(DatabaseExtension.class)
class IntakePagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String TWEEDE = "tweede@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId rotterdam;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, TWEEDE);
        Town.fill(database, rotterdam, 31);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static String get(String path) {
        MvcTestResult page = mvc.get()
                .uri(path)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(NOOR)))
                .exchange();
        assertThat(page).hasStatusOk();
        return text(page);
    }

    private static MvcTestResult post(String who, String path, MultiValueMap<String, String> sent) {
        return mvc.post()
                .uri(path)
                .params(sent)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(who)))
                .with(csrf())
                .exchange();
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MultiValueMap<String, String> sent(String... pairs) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.add(pairs[i], pairs[i + 1]);
        }
        return sent;
    }

    /** Ten answers, of which the first is that everything can wait. */
    private static MultiValueMap<String, String> ten(String name) {
        MultiValueMap<String, String> ten = sent(
                "family_name", name,
                "postcode", "3021",
                "household", "SINGLE_PARENT",
                "children_birth_years", "2018",
                "languages_0", "nld",
                "languages_level_0", "B2",
                "needs", "FINANCE",
                "hours_per_week", "2",
                "offer", "MAATJE BUDDY");
        for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            ten.add("day_parts", day + "-morning");
            ten.add("day_parts", day + "-afternoon");
            ten.add("day_parts", day + "-evening");
        }
        return ten;
    }

    private static UUID begun(MultiValueMap<String, String> sent) {
        MvcTestResult done = post(NOOR, "/families/intake", sent);
        assertThat(done).hasStatus(HttpStatus.FOUND);
        String address = java.util.Objects.requireNonNull(done.getResponse().getRedirectedUrl());
        assertThat(address).matches("/families/[0-9a-f-]{36}/intake");
        return UUID.fromString(address.substring(10, 46));
    }

    @Test
    void anIntakeGoesAlongWholeWithTheFamilyAndToTheNextHelperOnlyWhenTheFamilyAgrees() {
        UUID family = begun(ten("Gezin Meegeven"));
        String file = "/families/" + family + "/intake/file";
        database.scope().inside(rotterdam, () -> {
            database.jdbc()
                    .sql("insert into intake_answer (organisation, family, question, answer)"
                            + " select organisation, id, 'goal', :goal from family where id = :id")
                    .param("id", family)
                    .param("goal", Clear.of(Cell.INTAKE_ANSWER, Cell.answerOf(family, "goal"), "Rust <i>thuis</i>"))
                    .update();
        });

        assertThat(get("/families/" + family + "/intake")).contains(file + ".html", file + ".json");
        assertThat(get(file + ".html"))
                .contains("Rust &lt;i&gt;thuis&lt;/i&gt;", "Gezin Meegeven")
                .doesNotContain("??");
        assertThat(get(file + ".json")).contains("\"key\":\"goal\"", "Rust <i>thuis</i>");
        assertThat(post(NOOR, file, sent("helper", "Wijkteam", "on", "2026-11-03")))
                .hasStatusOk()
                .bodyText()
                .contains("Voor Wijkteam. Het gezin vond dit goed op 3 november 2026.", "Rust");
        for (MultiValueMap<String, String> wrong : List.of(
                sent("helper", "Wijkteam"),
                sent("helper", " ", "on", "2026-11-03"),
                sent("helper", "Wijkteam", "on", "2027-11-03"),
                sent("helper", "x".repeat(101), "on", "2026-11-03"))) {
            assertThat(post(NOOR, file, wrong)).hasRedirectedUrl("/families/" + family + "/intake");
        }
        assertThat(rows(
                        "select detail::text from audit_entry where object_id = cast(:id as text) and action = 'EXPORTED'"
                                + " order by number",
                        family))
                .containsExactly(
                        "{\"for\": \"FAMILY\", \"what\": \"intake\"}",
                        "{\"for\": \"FAMILY\", \"what\": \"intake\"}",
                        "{\"for\": \"HELPER\", \"what\": \"intake\", \"agreed_on\": \"2026-11-03\"}");

        database.scope().inside(rotterdam, () -> {
            database.jdbc()
                    .sql("insert into consent (organisation, id, family, version, given_on, way, account, withdrawn_on)"
                            + " select f.organisation, gen_random_uuid(), f.id, '2026-11', '2026-11-01', 'ORAL', a.id,"
                            + " '2026-11-02' from family f, (select id from account limit 1) a where f.id = :id")
                    .param("id", family)
                    .update();
        });

        MvcTestResult refused = post(NOOR, file, sent("helper", "Wijkteam", "on", "2026-11-03"));
        assertThat(refused).hasRedirectedUrl("/families/" + family + "/intake");
        assertThat(refused.getMvcResult().getFlashMap().get("warning"))
                .isEqualTo("Dit gezin trok de toestemming in. Zonder toestemming gaat er niets naar anderen.");
        assertThat(get(file + ".html")).contains("Rust");
    }

    private static List<String> rows(String sql, UUID id) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql(sql)
                                .param("id", id)
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    @Test
    void afterTenAnswersTheNextRunCanPairTheFamily() {
        UUID family = begun(ten("Gezin Tienvraag"));

        Snapshot snapshot = pages.context().getBean(Snapshots.class).read(rotterdam, LocalDate.of(2026, 11, 21));
        SupportRequest request = snapshot.requests().stream()
                .filter(one -> one.family().value().equals(family))
                .findFirst()
                .orElseThrow();
        assertThat(request.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(request.reference()).endsWith("-1");
        Sides sides = new Sides(snapshot);
        assertThat(snapshot.volunteers())
                .anyMatch(volunteer -> Rules.firstObstacle(sides.getPair(request.id(), volunteer.id()))
                        .isEmpty());
        assertThat(get("/families/" + family + "/intake"))
                .contains("Intake van Gezin Tienvraag", "Wat nog ontbreekt", "Toestemming is niet genoteerd")
                .contains("Geld: nog 1 vraag")
                .doesNotContain("Dit kan niet wachten");
    }

    @Test
    void whatIsWrongIsSaidBesideItAndNothingTypedIsLost() {
        MultiValueMap<String, String> sent = ten("Gezin Slordig");
        sent.set("postcode", "30");
        sent.remove("offer");
        sent.remove("needs");
        sent.set("signal", "EVICTION");

        MvcTestResult again = post(NOOR, "/families/intake", sent);

        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(again))
                .contains("Kies wat u zoekt.", "value=\"Gezin Slordig\"", "value=\"30\"")
                .containsPattern("value=\"EVICTION\"[^>]*checked")
                .containsPattern("value=\"wed-morning\"[^>]*checked");
        assertThat(rows("select name from family where id <> :id", new UUID(0, 0)))
                .isNotEmpty()
                .doesNotContain("Gezin Slordig");
    }

    @Test
    void whatCannotWaitIsOnTheMorningPageWithItsNumbersUntilSomebodySaysWhatWasDone() {
        MultiValueMap<String, String> sent = ten("Gezin Spoed");
        sent.add("signal", "VIOLENCE");
        sent.add("signal", "EMPTY_FRIDGE");
        UUID family = begun(sent);

        assertThat(rows("select urgency from support_request where family = :id", family))
                .containsExactly("HIGH");
        for (String path : List.of("/morning", "/families/" + family, "/families/" + family + "/intake")) {
            assertThat(get(path))
                    .as(path)
                    .contains("Er is geweld of angst thuis.", "Er is geen eten in huis.")
                    .contains("tel:112", "tel:08002000", "doet dit, sinds");
        }
        String id = rows("select id::text from emergency where family = :id", family)
                .getFirst();

        assertThat(post(TWEEDE, "/emergencies/" + id + "/take", sent())).hasStatus(HttpStatus.FOUND);
        assertThat(get("/morning")).contains("Gezin Spoed");
        MvcTestResult tooShort = post(TWEEDE, "/emergencies/" + id + "/handled", sent("outcome", "ja"));
        assertThat(tooShort.getMvcResult().getFlashMap().get("outcome")).isEqualTo("ja");
        assertThat(get("/morning")).contains("Gezin Spoed");
        assertThat(post(TWEEDE, "/emergencies/" + id + "/handled", sent("outcome", "Voedselbank en wijkagent gebeld")))
                .hasStatus(HttpStatus.FOUND);

        assertThat(get("/morning")).doesNotContain("Gezin Spoed");
        assertThat(get("/families/" + family + "/intake"))
                .contains("Voedselbank en wijkagent gebeld")
                .doesNotContain("Dit kan niet wachten");
        assertThat(rows(
                        "select action || ' ' || (detail ->> 'what') from audit_entry"
                                + " where object_id = cast(:id as text) and detail ->> 'what' like 'emerg%' order by number",
                        family))
                .containsExactly("ADDED emergency", "CHANGED emergency-taken", "DECIDED emergency-handled");
    }

    @Test
    void theIntakeIsGoneBackToAndAColleagueLosesNothing() {
        UUID family = begun(ten("Gezin Verder"));
        String path = "/families/" + family + "/intake";

        assertThat(post(
                        NOOR,
                        path,
                        sent("was.goal", "", "q.goal", "Weer <werken> & rust", "was.device", "", "q.device", "")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(get(path)).contains("Weer &lt;werken&gt; &amp; rust");
        assertThat(get("/families/" + family)).contains("Weer &lt;werken&gt; &amp; rust", "Intake: Waar wilt u");

        MvcTestResult met =
                post(TWEEDE, path, sent("was.goal", "", "q.goal", "Rust", "was.device", "", "q.device", "SMARTPHONE"));
        assertThat(met).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(met))
                .contains("Een collega vulde intussen iets anders in bij 1 vraag.", ">Rust</textarea>")
                .contains("name=\"was.goal\" value=\"Weer &lt;werken&gt; &amp; rust\"")
                .containsPattern("name=\"q.device\" value=\"SMARTPHONE\"[^>]*checked");
        assertThat(post(
                        TWEEDE,
                        path,
                        sent(
                                "was.goal",
                                "Weer <werken> & rust",
                                "q.goal",
                                "Rust",
                                "was.device",
                                "",
                                "q.device",
                                "SMARTPHONE")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(rows("select question || ' ' || answer from intake_answer where family = :id order by 1", family))
                .containsExactly("device SMARTPHONE", "goal Rust");
    }

    @Test
    void anAnswerThatIsNoneIsRefusedAndTheRestComesBack() {
        UUID family = begun(ten("Gezin Foutje"));

        MvcTestResult again = post(
                NOOR,
                "/families/" + family + "/intake",
                sent("was.device", "", "q.device", "FAX", "was.goal", "", "q.goal", "Een eigen huis"));

        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(again)).contains("Kies een van de antwoorden.", "Een eigen huis");
        assertThat(rows("select question from intake_answer where family = :id", family))
                .isEmpty();
    }

    @Test
    void aFamilyThatLooksLikeAnotherIsAskedAboutFirst() {
        begun(ten("Gezin Dubbel"));

        assertThat(post(NOOR, "/families/intake", ten("Gezin Dubbel")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Kent u deze al?");
        MultiValueMap<String, String> different = ten("Gezin Dubbel");
        different.add("different", "yes");
        begun(different);
    }
}
