package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the pages answer: status, redirect, and above all what they refuse. */
@ExtendWith(DatabaseExtension.class)
class PagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId rotterdam;
    private static List<UUID> proposals;
    private static UUID elsewhere;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 23);
        OrganisationId delft = Town.emptyTown(database, "Delft Samen", "delft@koppelwerk.example");
        Town.fill(database, delft, 5);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        proposals = proposals(rotterdam);
        elsewhere = proposals(delft).getFirst();
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static List<UUID> proposals(OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from pairing where step = 'PROPOSED' order by proposed_at, id")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .list());
    }

    private static String step(UUID pairing) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select step from pairing where id = :id")
                                .param("id", pairing)
                                .query(String.class)
                                .single());
    }

    private static UserDetails signedIn(String email) {
        return pages.context().getBean(UserDetailsService.class).loadUserByUsername(email);
    }

    private static MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(signedIn(NOOR))).exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/proposals", "/unpaired", "/runs", "/runs/1", "/actuator/health", "/secret"})
    void whoIsNotSignedInIsSentToSignIn(String path) {
        assertThat(mvc.get().uri(path)).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/morning",
                "/morning?kind=BUDDY&urgency=HIGH&postcode=30&tongue=tur&programme=x",
                "/proposals",
                "/proposals?page=99",
                "/unpaired",
                "/runs",
                "/runs/1"
            })
    void aCoordinatorSeesThePages(String path) {
        assertThat(get(path)).hasStatusOk().bodyText().contains("<h1", "Noor Jansen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/morning", "/proposals", "/unpaired", "/runs"})
    void anEmptyOrganisationIsToldWhatToDo(String path) {
        assertThat(mvc.get().uri(path).with(user(signedIn("leeg@koppelwerk.example"))))
                .hasStatusOk()
                .bodyText()
                .contains("kw-empty");
    }

    @Test
    void aProposalShowsItsReasonsAndNoStreet() {
        assertThat(get("/proposals/" + proposals.getFirst()))
                .hasStatusOk()
                .bodyText()
                .contains("Waarom deze twee?", "telt zwaar")
                .doesNotContain("Heemraadssingel");
    }

    @Test
    void anotherOrganisationsProposalLooksLikeAnUnknownOne() {
        MvcTestResult unknown = get("/proposals/" + UUID.nameUUIDFromBytes(new byte[] {1}));
        MvcTestResult foreign = get("/proposals/" + elsewhere);

        assertThat(unknown).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(foreign).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/runs/2")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/proposals/not-an-id")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anotherOrganisationsProposalCannotBeDecidedOn() {
        for (String decision : List.of("confirm", "decline")) {
            assertThat(mvc.post()
                            .uri("/proposals/" + elsewhere + "/" + decision)
                            .param("version", "1")
                            .param("reason", "NOT_NOW")
                            .with(user(signedIn(NOOR)))
                            .with(csrf()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void whatIsSentWithoutTheTokenOfThePageIsRefused() {
        assertThat(mvc.post()
                        .uri("/proposals/" + proposals.getFirst() + "/confirm")
                        .param("version", "1")
                        .with(user(signedIn(NOOR))))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(step(proposals.getFirst())).isEqualTo("PROPOSED");
    }

    @Test
    void whoIsNotACoordinatorIsRefused() {
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(
                        UUID.nameUUIDFromBytes(new byte[] {2}),
                        rotterdam,
                        "beheer@koppelwerk.example",
                        "Els Beheer",
                        "{noop}x",
                        Account.Role.ADMINISTRATOR,
                        true));

        assertThat(mvc.get().uri("/proposals").with(user(signedIn("beheer@koppelwerk.example"))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void confirmingGoesOnToTheNextProposal() {
        MvcTestResult result = decide(proposals.get(3), "confirm", 1, "");

        assertThat(result).hasStatus(HttpStatus.FOUND);
        assertThat(result.getResponse().getRedirectedUrl())
                .startsWith("/proposals/")
                .doesNotContain(proposals.get(3).toString());
        assertThat(step(proposals.get(3))).isEqualTo("ACCEPTED");
    }

    @Test
    void decliningNeedsAReason() {
        assertThat(decide(proposals.get(4), "decline", 1, ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Kies eerst een reden.");
        assertThat(step(proposals.get(4))).isEqualTo("PROPOSED");

        assertThat(decide(proposals.get(4), "decline", 1, "FAMILY_SAYS_NO")).hasStatus(HttpStatus.FOUND);
        assertThat(step(proposals.get(4))).isEqualTo("ENDED");
    }

    @Test
    void aDecisionOnAnOldVersionIsRefused() {
        MvcTestResult result = decide(proposals.get(5), "confirm", 7, "");

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/proposals/" + proposals.get(5));
        assertThat(result.getMvcResult().getFlashMap().get("warning"))
                .asString()
                .contains("collega");
        assertThat(step(proposals.get(5))).isEqualTo("PROPOSED");
    }

    @Test
    void theLanguageStaysAsChosen() {
        MvcTestResult switched = get("/proposals?language=en");

        assertThat(switched).bodyText().contains("Proposals of last night", "lang=\"en\"");
        assertThat(mvc.get()
                        .uri("/runs")
                        .cookie(Objects.requireNonNull(switched.getResponse().getCookie("language")))
                        .with(user(signedIn(NOOR))))
                .bodyText()
                .contains("Every night");
        assertThat(get("/runs")).bodyText().contains("Elke nacht");
    }

    @Test
    void aSwitchOfLanguageKeepsWhatWasAskedOfThePage() {
        assertThat(get("/runs?page=1&language=nl")).bodyText().contains("href=\"/runs?page=1&amp;language=en\"");
    }

    @Test
    void everyPageForbidsWhatIsNotOurs() {
        assertThat(mvc.get().uri("/login"))
                .hasStatusOk()
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values.getFirst())
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe"));
    }

    private static MvcTestResult decide(UUID id, String decision, int version, String reason) {
        return mvc.post()
                .uri("/proposals/" + id + "/" + decision)
                .param("version", Integer.toString(version))
                .param("reason", reason)
                .with(user(signedIn(NOOR)))
                .with(csrf())
                .exchange();
    }
}
