package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The own page without a script: forms with a button each. */
@ExtendWith(DatabaseExtension.class)
class OwnPageTest {
    private static TestDatabase database;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static int next;

    private UUID anna = new UUID(0, 0);
    private @Nullable HttpVisitor visitor;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 22);
        mail = new OwnMailbox(database, rotterdam);
        pages = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    /** Each test has a volunteer of its own. */
    @BeforeEach
    void comesIn() {
        String address = "anna" + next + "@voorbeeld.example";
        anna = mail.give(next++, address);
        visitor = in(address, 1);
    }

    private static HttpVisitor in(String address, int mails) {
        HttpVisitor visitor = new HttpVisitor(pages);
        visitor.get("/own/ask");
        visitor.post("/own/ask", "email", address);
        visitor.get("/own/enter");
        visitor.post("/own/enter", "link", OwnMailbox.link(mail.last(address, mails)));
        visitor.get("/own");
        return visitor;
    }

    @AfterEach
    void leaves() {
        phone().close();
    }

    private HttpVisitor phone() {
        return Objects.requireNonNull(visitor);
    }

    private String week() {
        return new DayParts(Integer.parseInt(mail.kept(anna, "availability"))).toString();
    }

    private void weekIs(String dayParts) {
        mail.inside(() -> database.jdbc()
                .sql("update volunteer set availability = :bits where id = :id")
                .param("bits", DayParts.parse(dayParts).bits())
                .param("id", anna)
                .update());
    }

    @Test
    void aPageThatIsOldChangesOnlyWhatItTouched() {
        weekIs("tue-evening fri-night");

        Answer answer = phone().post(
                        "/own/save",
                        "field",
                        "WEEK",
                        "was.WEEK",
                        "mon-morning tue-evening",
                        "WEEK",
                        "mon-morning",
                        "WEEK",
                        "sat-afternoon");

        assertThat(answer.location()).hasValue("/own");
        assertThat(week()).isEqualTo("fri-night sat-afternoon");
        assertThat(mail.kept(anna, "availability_confirmed")).isEqualTo(Town.DAY.toString());
    }

    @Test
    void whatWasKeptIsTakenBackWithOneButton() {
        weekIs("tue-evening");

        Answer kept = phone().post("/own/save", "field", "WEEK", "was.WEEK", "tue-evening", "WEEK", "sun-morning");
        String page = phone().follow(kept).body();

        assertThat(page).contains("Bewaard", "Terugdraaien").contains("name=\"was.WEEK\" value=\"sun-morning\"");
        phone().post("/own/save", "field", "WEEK", "was.WEEK", "sun-morning", "WEEK", "tue-evening");
        assertThat(week()).isEqualTo("tue-evening");
    }

    @Test
    void ofOneAnswerThatWasChangedElsewhereBothAreShown() {
        mail.inside(() -> database.jdbc()
                .sql("update volunteer set quarters_per_week = 12 where id = :id")
                .param("id", anna)
                .update());

        Answer answer = phone().post("/own/save", "field", "HOURS", "was.HOURS", "8", "HOURS", "5");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("intussen ergens anders veranderd", "Toch mijn keuze")
                .contains("name=\"was.HOURS\" value=\"3\"", "name=\"HOURS\" value=\"5\"");
        assertThat(mail.kept(anna, "quarters_per_week")).isEqualTo("12");
        phone().post("/own/save", "field", "HOURS", "was.HOURS", "3", "HOURS", "5");
        assertThat(mail.kept(anna, "quarters_per_week")).isEqualTo("20");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingIsKept() {
        String before = mail.kept(anna, "version");
        for (String[] wrong : new String[][] {
            {"WEEK", "someday"},
            {"HOURS", "-3"},
            {"HOURS", "2000"},
            {"FAMILIES", "21"},
            {"DISTANCE", "1e9"},
            {"TRAVEL", "ROCKET"},
            {"LANGUAGES", "klingon:C2"},
            {"SKILLS", "MAGIC"},
            {"AGE_FROM", "26"},
            {"AWAY", "2026-12-10/2026-12-01"},
            {"AWAY", "+999999999-12-31/+999999999-12-31"},
            {"PAUSE", "HOLIDAY/+999999999-12-31"},
            {"PAUSE", "BORED"},
            {"CHILDREN_AT_HOME", "400"}
        }) {
            String was = phone().get("/own")
                    .body()
                    .replaceAll("(?s).*name=\"was\\." + wrong[0] + "\" value=\"([^\"]*)\".*", "$1");
            Answer answer = phone().post("/own/save", "field", wrong[0], "was." + wrong[0], was, wrong[0], wrong[1]);

            assertThat(answer.status()).as(wrong[0] + " " + wrong[1]).isEqualTo(422);
        }
        assertThat(mail.kept(anna, "version")).isEqualTo(before);
    }

    @Test
    void languagesDaysOutAndTheRestAreKept() {
        save(
                "LANGUAGES",
                "",
                "tongue",
                "nld",
                "level",
                "C2",
                "tongue",
                "",
                "level",
                "B1",
                "tongue",
                "tir",
                "level",
                "B2");
        save("AWAY", "", "first", "2026-12-21", "last", "2027-01-03");
        save("TRAVEL", "", "TRAVEL", "CAR", "TRAVEL", "WALKING");
        save("CHILDREN_AT_HOME", "", "CHILDREN_AT_HOME", "3");

        assertThat(mail.kept(anna, "languages")).contains("nld:C2", "tir:B2");
        assertThat(mail.kept(anna, "travels_by")).isEqualTo("{CAR,WALKING}");
        assertThat(mail.kept(anna, "children_at_home")).isEqualTo("3");
        assertThat(phone().get("/own").body()).contains("21 december 2026 – 3 januari 2027");
        save("AWAY", "2026-12-21/2027-01-03");
        assertThat(phone().get("/own").body()).doesNotContain("21 december 2026 –");
    }

    private void save(String field, String was, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"field", field, "was." + field, was}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        assertThat(phone().post("/own/save", all).location()).as(field).hasValue("/own");
    }

    @Test
    void aPauseTakesTheProposalsAwayAndEndsOnItsDay() {
        UUID proposed = mail.inside(() -> database.jdbc()
                .sql("select volunteer from pairing where step = 'PROPOSED' order by id desc limit 1")
                .query((row, number) -> row.getObject("volunteer", UUID.class))
                .single());
        mail.inside(() -> database.jdbc()
                .sql("update volunteer set email = :email where id = :id")
                .param("email", Clear.of(Cell.VOLUNTEER_EMAIL, proposed, "pauze@voorbeeld.example"))
                .param("id", proposed)
                .update());
        try (HttpVisitor tablet = in("pauze@voorbeeld.example", 1)) {
            Answer paused = tablet.post(
                    "/own/save", "field", "PAUSE", "was.PAUSE", "", "PAUSE", "TOO_BUSY", "until", "2026-12-24");

            assertThat(paused.location()).hasValue("/own");
            assertThat(tablet.get("/own").body()).contains("U hebt nu pauze", "24 december 2026");
            assertThat(mail.kept(proposed, "active")).isEqualTo("false");
            assertThat(mail.kept(proposed, "returns_by_itself")).isEqualTo("true");
            assertThat(proposals(proposed)).isZero();
            tablet.post("/own/save", "field", "PAUSE", "was.PAUSE", "TOO_BUSY/2026-12-24");
            assertThat(mail.kept(proposed, "active")).isEqualTo("true");
        }
    }

    private static int proposals(UUID volunteer) {
        return mail.inside(() -> database.jdbc()
                .sql("select count(*) from pairing where step = 'PROPOSED' and volunteer = :id")
                .param("id", volunteer)
                .query(Integer.class)
                .single());
    }

    @Test
    void nothingHasChangedIsOneButton() {
        phone().post("/own/confirm");

        assertThat(mail.kept(anna, "availability_confirmed")).isEqualTo(Town.DAY.toString());
        assertThat(phone().get("/own").body()).contains("21 november 2026");
    }

    @Test
    void nothingHasChangedIsOneButtonFromTheMailWithoutComingIn() {
        Questions questions = pages.context().getBean(Questions.class);
        String question = pages.context()
                .getBean(OrganisationScope.class)
                .inside(mail.organisation(), () -> questions.ask(mail.organisation(), new VolunteerId(anna)));
        try (HttpVisitor mailbox = new HttpVisitor(pages)) {
            String address = "/own/unchanged?question=" + question;
            mailbox.head(address);
            String page = mailbox.get(address).body();
            assertThat(page).contains("Er is niets veranderd");
            assertThat(plain(page).replace(question, "x"))
                    .isEqualTo(plain(mailbox.get("/own/unchanged?question=x").body()));
            mailbox.get(address);

            assertThat(mailbox.post("/own/unchanged", "question", question).body())
                    .contains("Dank u wel");
            assertThat(mail.kept(anna, "availability_confirmed")).isEqualTo(Town.DAY.toString());
            mailbox.get(address);
            assertThat(mailbox.post("/own/unchanged", "question", question).status())
                    .isEqualTo(422);
            assertThat(mailbox.get("/own").location()).hasValue("/own/ask");
        }
    }

    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void theHistorySaysThatTheVolunteerDidIt() {
        mail.inside(() -> database.jdbc()
                .sql("update volunteer set pets = false where id = :id")
                .param("id", anna)
                .update());
        save("PETS", "false", "PETS", "true");

        assertThat(mail.inside(() -> database.jdbc()
                        .sql(
                                "select way || ' ' || field || ' ' || after from record_change where volunteer = :id and field = 'pets' order by number desc limit 1")
                        .param("id", anna)
                        .query(String.class)
                        .single()))
                .isEqualTo("OWN_PAGE pets true");
    }

    @Test
    void whoNeverSaidSoIsAskedOnceAndCanTakeItBack() {
        assertThat(phone().get("/own").body())
                .contains("Vindt u dit goed?", "dat Samen Sterk Rotterdam dit bewaart om mij te bellen of te mailen");
        assertThat(phone().get("/own/kept").body()).contains("U hebt hier nog niets over gezegd");
        phone().post("/own/consent", "version", "2025-03");
        assertThat(phone().get("/own").body()).contains("Vindt u dit goed?");

        assertThat(phone().post("/own/consent", "version", "2026-11").location())
                .hasValue("/own");

        assertThat(phone().get("/own").body()).doesNotContain("Vindt u dit goed?");
        assertThat(phone().get("/own/kept.json").body()).contains("\"version\": \"2026-11\"");
        assertThat(phone().get("/own/kept").body())
                .contains(
                        "U vond dit goed op 21 november 2026 (tekst 2026-11)", "dat Samen Sterk Rotterdam dit bewaart")
                .contains("Ik vind het niet meer goed");

        assertThat(phone().post("/own/consent/withdraw").location()).hasValue("/own/kept");

        assertThat(phone().get("/own/kept").body())
                .contains("Sinds 21 november 2026 vindt u het niet meer goed", "#h-erase")
                .doesNotContain("/own/consent/withdraw");
        assertThat(phone().get("/own").body())
                .contains("Vindt u dit goed?", "U hebt nu pauze", "Zeg eerst dat u het goed vindt")
                .doesNotContain("Ik doe weer mee");
        assertThat(mail.kept(anna, "active")).isEqualTo("false");
        for (String wanted : new String[] {"", "HOLIDAY"}) {
            assertThat(phone().post(
                                    "/own/save",
                                    "field",
                                    "PAUSE",
                                    "was.PAUSE",
                                    "OTHER",
                                    "PAUSE",
                                    wanted,
                                    "until",
                                    wanted.isEmpty() ? "" : "2026-12-24")
                            .status())
                    .as(wanted)
                    .isEqualTo(422);
        }
        phone().post("/own/consent", "version", "2026-11");
        save("PAUSE", "OTHER");
        assertThat(mail.kept(anna, "active")).isEqualTo("true");
    }

    @Test
    void whoWasNeverPairedIsErasedAtOnceAndIsNotSignedInAnyMore() {
        assertThat(phone().post("/own/kept/erase").status()).isEqualTo(422);
        Answer answer = phone().post("/own/kept/erase", "sure", "true");

        assertThat(answer.body()).contains("Alles is gewist");
        assertThat(mail.kept(anna, "name")).isEqualTo("–");
        assertThat(mail.kept(anna, "erased_on")).isEqualTo(Town.DAY.toString());
        assertThat(phone().get("/own").status()).isEqualTo(302);
    }

    @Test
    void whoWasPairedAsksACoordinatorAndMayThinkBetterOfIt() {
        mail.inside(() -> database.jdbc()
                .sql(
                        "with k as (insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)"
                                + " select q.organisation, gen_random_uuid(), q.id, :id, 0, 'ENDED', '2026-01-01'"
                                + " from support_request q order by q.reference limit 1 returning organisation, id)"
                                + " insert into pairing_life (organisation, pairing, started_on) select organisation, id, '2026-01-02'"
                                + " from k")
                .param("id", anna)
                .update());

        assertThat(phone().post("/own/kept/erase", "sure", "true").location()).hasValue("/own/kept");
        assertThat(phone().get("/own/kept").body())
                .contains("Uw coördinator doet dat voor 21 december 2026")
                .doesNotContain("/own/kept/erase");
        assertThat(mail.kept(anna, "name")).isNotEqualTo("–");
        phone().post("/own/kept/stay");
        assertThat(phone().get("/own/kept").body()).contains("/own/kept/erase");
    }
}
