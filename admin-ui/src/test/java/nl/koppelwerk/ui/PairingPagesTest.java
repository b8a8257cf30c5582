package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.shell.PairingDecided;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of pairings: what they show, what they do, and how they say that something cannot be done. */
@ExtendWith(DatabaseExtension.class)
class PairingPagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final List<String> YES_TO_BOTH = List.of("FAMILY", "VOLUNTEER");

    /** Pairings after which a fresh plan was asked for. */
    private static final List<UUID> DECIDED = new CopyOnWriteArrayList<>();

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId rotterdam;
    private static List<UUID> pairings;
    private static UUID elsewhere;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 23);
        OrganisationId delft = Town.emptyTown(database, "Delft Samen", "delft@koppelwerk.example");
        Town.fill(database, delft, 5);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        pages = new RunningPages(database);
        pages.context().addApplicationListener(told -> {
            if (told instanceof PayloadApplicationEvent<?> event && event.getPayload() instanceof PairingDecided one) {
                DECIDED.add(one.pairing().value());
            }
        });
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
        pairings = ids(rotterdam);
        elsewhere = ids(delft).getFirst();
        pairings.forEach(id -> sent(NOOR, "/proposals/" + id + "/confirm", Map.of("version", "1")));
        sent("delft@koppelwerk.example", "/proposals/" + elsewhere + "/confirm", Map.of("version", "1"));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static List<UUID> ids(OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from pairing order by id")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .list());
    }

    private static String column(String column, String table, UUID pairing) {
        String key = table.equals("pairing") ? "id" : "pairing";
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select coalesce(" + column + "::text, 'none') from " + table + " where " + key
                                        + " = :id")
                                .param("id", pairing)
                                .query((row, number) -> row.getString(1))
                                .single());
    }

    private static MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(signedIn(NOOR))).exchange();
    }

    private static org.springframework.security.core.userdetails.UserDetails signedIn(String email) {
        return pages.context().getBean(UserDetailsService.class).loadUserByUsername(email);
    }

    private static MvcTestResult sent(String who, String path, Map<String, String> values) {
        MockMvcTester.MockMvcRequestBuilder post = mvc.post().uri(path);
        values.forEach(post::param);
        return post.with(user(signedIn(who))).with(csrf()).exchange();
    }

    /** On the version as it is now. */
    private static MvcTestResult act(UUID pairing, String form, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(values);
        all.putIfAbsent("version", column("version", "pairing", pairing));
        return sent(NOOR, "/pairings/" + pairing + "/" + form, all);
    }

    private static void done(UUID pairing, String form, Map<String, String> values) {
        assertThat(act(pairing, form, values)).as(form).hasStatus(HttpStatus.FOUND);
    }

    private static void untilIntroduction(UUID pairing) {
        done(pairing, "ask", Map.of());
        YES_TO_BOTH.forEach(side -> done(pairing, "answer", Map.of("side", side, "reply", "YES")));
    }

    private static void untilTrial(UUID pairing) {
        untilIntroduction(pairing);
        done(pairing, "introduction", Map.of("date", "2026-10-20", "time", "15:30", "place", "Huis van de Wijk"));
        done(pairing, "trial", Map.of("from", "2026-10-21", "until", "2026-12-02", "hours", "2,5"));
    }

    @Test
    void aPairingIsFollowedFromItsAcceptanceToItsEnd() {
        UUID one = pairings.get(0);
        untilTrial(one);
        done(one, "check-in", checkIn("FAMILY"));
        done(one, "running", Map.of("hours", "2.25"));
        done(one, "pause", Map.of("reason", "ILLNESS", "back", "2026-12-01"));
        assertThat(get("/pairings/" + one)).bodyText().contains("pauze tot 1 december 2026", "Weer verder");
        done(one, "resume", Map.of());
        done(one, "closing", Map.of("note", "In goed overleg"));
        done(one, "aftercare", Map.of("until", "2027-01-16"));
        DECIDED.clear();
        done(one, "end", Map.of("outcome", "REACHED", "reason", "NO_LONGER_NEEDED"));

        assertThat(column("step", "pairing", one)).isEqualTo("ENDED");
        assertThat(DECIDED).as("the volunteer can help others from now on").contains(one);
        assertThat(get("/pairings/" + one))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "doel bereikt",
                        "gesloten",
                        "In goed overleg",
                        "Begonnen met afronden",
                        "Gesprek met het gezin",
                        "Het gezin zegt ja",
                        "Vooruitgang")
                .doesNotContain("Nu te doen", "??");
    }

    private static Map<String, String> checkIn(String side) {
        return Map.of(
                "side",
                side,
                "mood",
                "4",
                "hours",
                "2,25",
                "worried",
                "NO",
                "wish",
                "CONTINUE",
                "SOCIAL",
                "3",
                "FINANCE",
                "0");
    }

    @Test
    void aFormThatMissesSomethingIsShownAgainWithWhatWasSent() {
        UUID one = pairings.get(1);
        untilIntroduction(one);

        MvcTestResult shown = act(one, "introduction", Map.of("date", "31 februari", "time", "", "place", "<Zaal>"));

        assertThat(shown)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Vul een datum in.", "Vul een tijd in", "value=\"&lt;Zaal&gt;\"", "aria-invalid=\"true\"")
                .doesNotContain("Vul dit in.");
        assertThat(column("introduction_place", "pairing_life", one)).isEqualTo("none");
    }

    @Test
    void aDayThatCannotBeIsRefusedInWordsInTheSameForm() {
        UUID one = pairings.get(2);
        untilIntroduction(one);
        done(one, "introduction", Map.of("date", "2026-11-25", "time", "10:00", "place", "Bibliotheek"));

        MvcTestResult shown = act(one, "trial", Map.of("from", "2026-11-24", "until", "2027-01-05", "hours", "3"));

        assertThat(shown)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Kies een dag van 25 november 2026 tot en met", "value=\"2026-11-24\"");
        assertThat(column("step", "pairing", one)).isEqualTo("INTRODUCTION");
    }

    @Test
    void aStepThatIsNotDueAndAnOldVersionAreRefusedInWords() {
        UUID one = pairings.get(3);

        MvcTestResult early = act(one, "running", Map.of("hours", "3"));
        MvcTestResult late = act(one, "ask", Map.of("version", "1"));

        assertThat(early).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/pairings/" + one);
        assertThat(early.getMvcResult().getFlashMap().get("warning"))
                .isEqualTo("Dat kan nu niet. Deze stap is nu: Bevestigd.");
        assertThat(late.getMvcResult().getFlashMap().get("warning"))
                .isEqualTo("Een collega heeft deze koppeling net veranderd. Bekijk het opnieuw.");
        assertThat(column("step", "pairing", one)).isEqualTo("ACCEPTED");
    }

    @Test
    void theIntroductionIsAFileForCalendarsAndGoesByMail() {
        UUID one = pairings.get(4);
        untilIntroduction(one);
        assertThat(get("/pairings/" + one + "/introduction.ics")).hasStatus(HttpStatus.NOT_FOUND);
        address(one, "gezin@voorbeeld.example");

        done(
                one,
                "introduction",
                Map.of("date", "2026-11-27", "time", "15:30", "place", "Huis van de Wijk", "mail", "yes"));

        assertThat(get("/pairings/" + one + "/introduction.ics"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"kennismaking.ics\"")
                .bodyText()
                .contains("DTSTART;TZID=Europe/Amsterdam:20261127T153000", "LOCATION:Huis van de Wijk");
        assertThat(mails())
                .anyMatch(
                        mail -> mail.startsWith("gezin@voorbeeld.example") && mail.contains("27 november 2026, 15:30"))
                .anyMatch(mail -> mail.startsWith(NOOR) && mail.contains("G-10"))
                .noneMatch(mail ->
                        mail.startsWith("gezin") && (mail.contains("Familie") || mail.contains("Huis van de Wijk")));
    }

    private static void address(UUID pairing, String email) {
        Said.put(database, rotterdam, Cell.FAMILY_EMAIL, email, """
                id = (select q.family from support_request q join pairing p on p.request = q.id where p.id = :id)
                """, Map.of("id", pairing));
    }

    private static List<String> mails() {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database
                                .jdbc()
                                .sql(
                                        "select recipient || ' ' || body as mail, calendar from outgoing_mail where calendar is not null")
                                .query((row, number) ->
                                        row.getString("calendar").contains("VEVENT") ? row.getString("mail") : "")
                                .list()
                                .stream()
                                .filter(mail -> !mail.isEmpty())
                                .toList());
    }

    @Test
    void worriesNeedWordsAndAskForAttention() {
        UUID one = pairings.get(5);
        untilTrial(one);
        Map<String, String> worried = new TreeMap<>(checkIn("VOLUNTEER"));
        worried.put("worried", "YES");

        assertThat(act(one, "check-in", worried))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Vul dit in.", "Gesprek met de vrijwilliger", "Nog niet alles is goed ingevuld");
        worried.put("worries", "Het huis is koud.");
        done(one, "check-in", worried);

        assertThat(get("/pairings/" + one)).bodyText().contains("Iemand vraagt aandacht", "Het huis is koud.");
        done(one, "see-to", Map.of());
        assertThat(get("/pairings/" + one)).bodyText().doesNotContain("Iemand vraagt aandacht");
    }

    @Test
    void aBackupIsChosenFromWhoFitsAndTakesOverInOneStep() {
        UUID one = pairings.get(6);
        free();
        untilTrial(one);
        String backup = Pattern.compile("name=\"volunteer\"[^>]*value=\"([0-9a-f-]{36})\"")
                .matcher(body("/pairings/" + one + "/backup"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(act(one, "backup", Map.of())).hasRedirectedUrl("/pairings/" + one + "/backup");

        done(one, "backup", Map.of("volunteer", backup));
        assertThat(column("backup", "pairing_life", one)).isEqualTo(backup);
        DECIDED.clear();
        MvcTestResult rematched =
                act(one, "rematch", Map.of("outcome", "NOT_REACHED", "reason", "NO_CLICK", "takeOver", "yes"));

        String next = rematched.getResponse().getRedirectedUrl();
        assertThat(column("step", "pairing", one)).isEqualTo("ENDED");
        UUID successor = UUID.fromString(java.util.Objects.requireNonNull(next).substring("/pairings/".length()));
        assertThat(successor).isNotEqualTo(one);
        assertThat(DECIDED).contains(one);
        assertThat(column("step || ' ' || volunteer", "pairing", successor)).isEqualTo("ACCEPTED " + backup);
    }

    @Test
    void aColleagueTakesAPairingOverAndFollowsItFromThere() {
        UUID one = pairings.get(8);
        UUID els = new UUID(83, 1);
        ReportTown.account(database, rotterdam, els, Account.Role.COORDINATOR, Set.of());
        String path = "/pairings/" + one;
        assertThat(get(path)).bodyText().doesNotContain("Van collega overnemen");
        assertThat(as(els, path)).bodyText().contains("Van collega overnemen");

        assertThat(sent(ReportTown.email(els), path + "/take-on", Map.of("version", column("version", "pairing", one))))
                .hasStatus(HttpStatus.FOUND);

        assertThat(column("coordinator", "pairing_life", one)).isEqualTo(els.toString());
        assertThat(as(els, path)).bodyText().doesNotContain("Van collega overnemen");
        assertThat(get(path)).bodyText().contains("Van collega overnemen");
    }

    private static MvcTestResult as(UUID account, String path) {
        return mvc.get()
                .uri(path)
                .with(user(signedIn(ReportTown.email(account))))
                .exchange();
    }

    /** Everybody can take three families, so that there is a choice. */
    private static void free() {
        database.scope().inside(rotterdam, () -> {
            database.jdbc()
                    .sql(
                            "update volunteer set maximum_families = 5, quarters_per_week = 100, travel_limit_metres = 15000")
                    .update();
        });
    }

    @Test
    void theCountsOfTheListAddUpForEveryFilter() {
        for (String filter : List.of("", "?care=true", "?programme=" + programme(), "?programme=" + new UUID(1, 1))) {
            List<Long> counts = Pattern.compile("kw-chip__count\">([0-9]+)<")
                    .matcher(body("/pairings" + filter))
                    .results()
                    .map((MatchResult found) -> Long.parseLong(found.group(1)))
                    .toList();

            assertThat(counts).as(filter).hasSize(9);
            assertThat(counts.subList(1, 8).stream().mapToLong(Long::longValue).sum())
                    .as(filter)
                    .isEqualTo(counts.getFirst());
        }
        assertThat(body("/pairings").split("kw-pair__link", -1).length - 1).isEqualTo(current());
    }

    private static String programme() {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id::text from programme")
                                .query((row, number) -> row.getString(1))
                                .single());
    }

    private static int current() {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select count(*) from pairing where step not in ('PROPOSED', 'ENDED')")
                                .query(Integer.class)
                                .single());
    }

    private static String body(String path) {
        MvcTestResult result = get(path);
        assertThat(result).as(path).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anEmptyOrganisationIsToldWhatToDo() {
        assertThat(mvc.get().uri("/pairings").with(user(signedIn("leeg@koppelwerk.example"))))
                .hasStatusOk()
                .bodyText()
                .contains("kw-empty", "Bevestig een voorstel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/check-in", "/backup", "/introduction.ics"})
    void anotherOrganisationsPairingLooksLikeAnUnknownOne(String page) {
        assertThat(get("/pairings/" + elsewhere + page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/pairings/" + new UUID(7, 7) + page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anotherOrganisationsPairingCannotBeActedOn() {
        assertThat(sent(NOOR, "/pairings/" + elsewhere + "/ask", Map.of("version", "2")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sent(NOOR, "/pairings/" + elsewhere + "/trial", Map.of("version", "2")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sent(NOOR, "/pairings/" + pairings.get(0) + "/sell", Map.of("version", "2")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void everythingIsSaidInEnglishToo() {
        UUID one = pairings.get(7);
        untilTrial(one);

        assertThat(mvc.get().uri("/pairings/" + one + "?language=en").with(user(signedIn(NOOR))))
                .bodyText()
                .contains("To do now", "Trial begun", "2.5 hours agreed")
                .doesNotContain("??", "Nu te doen");
    }
}
