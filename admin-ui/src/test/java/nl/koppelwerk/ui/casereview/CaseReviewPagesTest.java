package nl.koppelwerk.ui.casereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class CaseReviewPagesTest {
    private static final String EMAIL = "terugkijken@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;
    private static List<UUID> pairings = List.of();

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Terugkijken Rotterdam", EMAIL);
        Town.fill(database, organisation, 14);
        database.scope().inside(organisation, () -> {
            pairings = database.jdbc()
                    .sql("select id from pairing order by id")
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list();
            for (UUID pairing : pairings.subList(0, 10)) {
                begin(pairing);
            }
            new CarePrices(database.jdbc())
                    .keep(
                            organisation,
                            "Rotterdam",
                            List.of(new UnitPrice(
                                    new Product("45", "A1"),
                                    "Ambulante begeleiding",
                                    Payer.JEUGDWET,
                                    CareUnit.HOUR,
                                    new Money(6120),
                                    new Money(6120),
                                    2026,
                                    "Contract 2026, bijlage 3",
                                    UnitPrice.Origin.CONTRACT)));
        });
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    private static void begin(UUID pairing) {
        database.jdbc()
                .sql("update pairing set step = 'RUNNING' where id = :id")
                .param("id", pairing)
                .update();
        database.jdbc()
                .sql("insert into pairing_life (organisation, pairing, started_on) values (:o, :id, date '2026-01-12')")
                .param("o", organisation.value())
                .param("id", pairing)
                .update();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void aReviewIsLeftAndResumedAndShowsNoEurosUntilItIsFixed() {
        UUID pairing = pairings.get(0);
        assertThat(words(pairing, 0)).hasStatus(HttpStatus.FOUND);
        assertThat(line(pairing, 1, "20", "5")).hasStatus(HttpStatus.FOUND);

        assertThat(get(pairing))
                .hasStatusOk()
                .bodyText()
                .contains("Logeren in het weekend", "Zonder koppeling: 20 tot 20, waarschijnlijk 20.", "Echt: 5 tot 5")
                .doesNotContain("€ ", "€\u00A0");

        assertThat(post(pairing, "/fix", "seen", "2")).hasStatus(HttpStatus.FOUND);
        assertThat(get(pairing))
                .bodyText()
                .contains("€\u00A0918,00", "€\u00A0-229,50", "€\u00A0-172,12", "€\u00A0-206,55", "€\u00A0309,83")
                .contains("Contract 2026, bijlage 3");
    }

    @Test
    void anUnfinishedEstimateIsNotFixed() {
        UUID pairing = pairings.get(1);
        post(pairing, "/words", "before", "Hulp thuis", "happened", "Rust", "estimatedBy", "Noor", "seen", "0");

        assertThat(post(pairing, "/fix", "seen", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Beschrijf in woorden")
                .doesNotContain("€ ", "€\u00A0");
    }

    @Test
    void wrongQuantitiesAreNamedAndStayAsTyped() {
        words(pairings.get(2), 0);
        assertThat(line(pairings.get(2), 1, "twintig", "5"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Vul getallen in, van laag naar hoog", "value=\"twintig\"");
    }

    @Test
    void aLineIsChangedWhereItStands() {
        UUID pairing = pairings.get(9);
        words(pairing, 0);
        line(pairing, 1, "20,5", "5");
        line(pairing, 2, "8", "2");

        assertThat(page(pairing, "?line=0"))
                .hasStatusOk()
                .bodyText()
                .contains("Zorg wijzigen", "value=\"20,5\"", "Toch niet wijzigen");
        assertThat(page(pairing, "?line=7")).hasStatusOk().bodyText().doesNotContain("Zorg wijzigen");
        assertThat(changed(pairing, "veel"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Zorg wijzigen", "value=\"veel\"");
        assertThat(changed(pairing, "31")).hasStatus(HttpStatus.FOUND);
        assertThat(get(pairing))
                .bodyText()
                .containsSubsequence("waarschijnlijk 31.", "waarschijnlijk 8.")
                .doesNotContain("20,5");
    }

    private static MvcTestResult changed(UUID pairing, String without) {
        return post(
                pairing,
                "/lines/0",
                "product",
                "45/A1",
                "year",
                "2026",
                "child",
                "0",
                "withoutLikely",
                without,
                "actualLikely",
                "5",
                "seen",
                "3");
    }

    @Test
    void aChangeAfterFixingNeedsAReasonAndKeepsWhatItReplaces() {
        UUID pairing = pairings.get(3);
        words(pairing, 0);
        post(pairing, "/fix", "seen", "1");

        assertThat(post(pairing, "/reopen", "reason", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(pairing, "/reopen", "reason", "Het wijkteam telde anders"))
                .hasStatus(HttpStatus.FOUND);
        line(pairing, 1, "31", "7");
        post(pairing, "/fix", "seen", "2");

        assertThat(get(pairing))
                .bodyText()
                .contains("Eerdere schattingen", "Noor Jansen: Het wijkteam telde anders", "€\u00A01.468,80");
    }

    @Test
    void whatAColleagueChangedIsNotOverwritten() {
        UUID pairing = pairings.get(4);
        words(pairing, 0);
        line(pairing, 1, "20", "5");

        MvcTestResult late = words(pairing, 1);

        assertThat(late.getMvcResult().getFlashMap().get("warning")).asString().contains("collega");
        assertThat(get(pairing)).bodyText().contains("waarschijnlijk 20.", "Echt: 5 tot 5");
    }

    @Test
    void wordsComeBeforeQuantities() {
        UUID pairing = pairings.get(5);
        assertThat(get(pairing))
                .bodyText()
                .contains("Schrijf en bewaar eerst de woorden")
                .doesNotContain("name=\"product\"");

        assertThat(line(pairing, 0, "20", "5"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Schrijf en bewaar eerst de woorden")
                .doesNotContain("Echt: 5 tot 5");
    }

    @Test
    void aLineThatThePageCannotSendIsRefusedAndBreaksNothing() {
        UUID pairing = pairings.get(6);
        words(pairing, 0);
        String[] bare = {"product", "45/A1", "year", "2026", "child", "0", "withoutLikely", "3", "actualLikely", "1"};

        for (String[] wrong : new String[][] {
            {"product", "45/onbekend"},
            {"product", "x"},
            {"year", "2031"},
            {"child", "9"},
            {"child", "-1"},
            {"withoutLikely", "-3"},
            {"actualLikely", "1e9"}
        }) {
            String[] sent = bare.clone();
            for (int i = 0; i < sent.length; i += 2) {
                sent[i + 1] = sent[i].equals(wrong[0]) ? wrong[1] : sent[i + 1];
            }
            assertThat(post(pairing, "/lines", with(sent, "seen", "1")))
                    .as(wrong[0] + " " + wrong[1])
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("error-message");
        }
        assertThat(post(pairing, "/lines", with(bare, "seen", "1", "deadweight", "EEN_BEETJE")))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(pairing, "/lines", with(bare, "seen", "1"))).hasStatus(HttpStatus.FOUND);
        assertThat(get(pairing)).hasStatusOk().bodyText().contains("Ook zonder: alles. Door anderen: alles.");
        assertThat(post(pairing, "/words", "before", "a\0b", "seen", "2")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(pairing, "/words", "before", "ab", "seen", "2")).hasStatus(HttpStatus.FOUND);
        assertThat(post(pairing, "/words", "before", "a".repeat(4001), "seen", "3"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Dit is te lang");
    }

    @Test
    void aChangeCanBeThrownAwayAndTheEarlierEstimateCanBeSeen() {
        UUID pairing = pairings.get(7);
        words(pairing, 0);
        line(pairing, 1, "20", "5");
        post(pairing, "/fix", "seen", "2");
        post(pairing, "/reopen", "reason", "Het wijkteam telde anders");
        post(pairing, "/lines/0/remove", "seen", "1");

        assertThat(post(pairing, "/drop")).hasStatus(HttpStatus.FOUND);
        assertThat(get(pairing)).bodyText().contains("€\u00A0309,83", "Zonder koppeling: 20 tot 20");

        post(pairing, "/reopen", "reason", "Nu echt");
        post(pairing, "/lines/0/remove", "seen", "1");
        post(pairing, "/fix", "seen", "2");
        assertThat(get(pairing))
                .bodyText()
                .contains("Er is geen zorg vermeden", "Noor Jansen: Nu echt", "Zonder koppeling: 20 tot 20");
        assertThat(post(pairings.get(10), "/drop")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static String[] with(String[] sent, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(sent), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void aProposalCannotBeReviewedYet() {
        assertThat(get(pairings.get(10))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(words(pairings.get(10), 0)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static MvcTestResult words(UUID pairing, int seen) {
        return post(
                pairing,
                "/words",
                "before",
                "Eén keer per week hulp thuis",
                "expectedWithout",
                "Logeren in het weekend",
                "happened",
                "Rust in huis",
                "estimatedBy",
                "Noor Jansen",
                "estimatedWith",
                "wijkteam, moeder",
                "seen",
                Integer.toString(seen));
    }

    private static MvcTestResult line(UUID pairing, int seen, String without, String actual) {
        return post(
                pairing,
                "/lines",
                "product",
                "45/A1",
                "year",
                "2026",
                "child",
                "0",
                "withoutLow",
                "",
                "withoutLikely",
                without,
                "withoutHigh",
                "",
                "actualLow",
                "",
                "actualLikely",
                actual,
                "actualHigh",
                "",
                "measuredAfterEnd",
                "true",
                "evidence",
                "COORDINATORS_ESTIMATE",
                "deadweight",
                "QUARTER",
                "attribution",
                "QUARTER",
                "displacement",
                "NONE",
                "dropOff",
                "NONE",
                "seen",
                Integer.toString(seen));
    }

    private static MvcTestResult post(UUID pairing, String path, String... parameters) {
        var request = mvc.post().uri("/pairings/" + pairing + "/review" + path);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.with(user(reader())).with(csrf()).exchange();
    }

    private static MvcTestResult get(UUID pairing) {
        return page(pairing, "");
    }

    private static MvcTestResult page(UUID pairing, String query) {
        return mvc.get()
                .uri("/pairings/" + pairing + "/review" + query)
                .with(user(reader()))
                .exchange();
    }

    private static Coordinator reader() {
        UUID account = UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8));
        return new Coordinator(account, organisation, EMAIL, "Noor Jansen", Role.COORDINATOR, true, "");
    }
}
