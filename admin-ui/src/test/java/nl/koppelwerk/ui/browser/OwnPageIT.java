package nl.koppelwerk.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A volunteer on a telephone: in a hurry, on a bad line, with another one at home. */
@ExtendWith(DatabaseExtension.class)
class OwnPageIT {
    private static final int PHONE = 360;
    private static final String SAVE = "**/own/save";

    /** Looked at on every page; the others, which say the same in as many words, on the longest one. */
    private static final Set<OwnLanguage> WHOLE = Set.of(OwnLanguage.NL, OwnLanguage.AR);

    private static TestDatabase database;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static Chromium chromium;
    private static int next;

    private String address = "";
    private UUID anna = new UUID(0, 0);

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 40);
        mail = new OwnMailbox(database, rotterdam);
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @BeforeEach
    void another() {
        database.ownerJdbc().sql("delete from failed_attempts").update();
        address = "anna" + next + "@voorbeeld.example";
        anna = mail.give(next++, address);
        mail.inside(() -> database.jdbc()
                .sql("update volunteer set availability = 0, quarters_per_week = 16 where id = :id")
                .param("id", anna)
                .update());
    }

    private static Visitor phone(boolean script) {
        return Visitor.at(pages.address(), chromium.browser(), PHONE, script);
    }

    /** From asking for a link to the own page. */
    private void comeIn(Visitor visitor, boolean script) {
        int before = mail.all(address).size();
        visitor.go("/own/ask");
        visitor.page().locator("#email").fill(address);
        visitor.page().locator("form[action='/own/ask'] button").click();
        visitor.page().waitForURL("**/own/enter");
        String sent = mail.last(address, before + 1);
        if (script) {
            visitor.page().navigate("about:blank");
            visitor.go("/own/enter?language=nl#" + OwnMailbox.link(sent));
            visitor.page().locator("#by-link button").click();
        } else {
            visitor.page().locator("#code").fill(OwnMailbox.code(sent));
            visitor.page().locator("#by-code button").click();
        }
        assertThat(visitor.page().locator("#own")).isVisible();
    }

    private static Locator part(Visitor visitor, String dayPart) {
        return visitor.page().locator("input[name=WEEK][value=" + dayPart + "]");
    }

    private static void bar(Visitor visitor, String text) {
        assertThat(visitor.page().locator("#bar")).containsText(text);
    }

    private String week() {
        return new DayParts(Integer.parseInt(mail.kept(anna, "availability"))).toString();
    }

    @Test
    void fromMailToASavedChangeAndBack() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            part(phone, "wed-afternoon").check();
            bar(phone, "Bewaard");
            assertThat(week()).isEqualTo("wed-afternoon");

            phone.page().locator("#bar button").click();
            assertThat(part(phone, "wed-afternoon")).not().isChecked();
            bar(phone, "Bewaard");
            assertThat(week()).isEmpty();
        }
    }

    @Test
    void theWeekIsFilledInWithTheKeyboardAlone() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            part(phone, "mon-morning").focus();
            phone.page().keyboard().press("Space");
            phone.page().keyboard().press("Tab");
            phone.page().keyboard().press("Tab");
            phone.page().keyboard().press("Space");
            bar(phone, "Bewaard");
            phone.page().waitForCondition(() -> week().equals("mon-morning mon-evening"));
        }
    }

    @Test
    void twoDevicesAtOnceLoseNothing() {
        try (Visitor phone = phone(true);
                Visitor tablet = phone(true)) {
            comeIn(phone, true);
            comeIn(tablet, true);
            part(phone, "mon-morning").check();
            part(tablet, "tue-evening").check();
            bar(phone, "Bewaard");
            bar(tablet, "Bewaard");
            phone.page().waitForCondition(() -> week().equals("mon-morning tue-evening"));
            assertThat(part(tablet, "mon-morning")).isChecked();

            phone.page().locator("#HOURS").selectOption("2");
            phone.page()
                    .waitForCondition(() -> mail.kept(anna, "quarters_per_week").equals("8"));
            tablet.page().locator("#HOURS").selectOption("6");
            bar(tablet, "intussen ergens anders veranderd");
            assertThat(tablet.page().locator("#HOURS")).hasValue("2");
            tablet.page().locator("#bar button").click();
            bar(tablet, "Bewaard");
            assertThat(mail.kept(anna, "quarters_per_week")).isEqualTo("24");
        }
    }

    @Test
    void whatIsChosenWithoutAConnectionIsSentLaterEvenWhenThePageWasClosed() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            phone.page().context().setOffline(true);
            part(phone, "fri-night").check();
            part(phone, "sun-morning").check();
            bar(phone, "Geen verbinding");
            assertThat(week()).isEmpty();
            phone.page().navigate("about:blank");

            phone.page().context().setOffline(false);
            phone.go("/own");
            phone.page().waitForCondition(() -> week().equals("fri-night sun-morning"));
            assertThat(part(phone, "fri-night")).isChecked();
            phone.expect("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainAndCountsOnce() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            AtomicInteger sent = new AtomicInteger();
            phone.page().route(SAVE, route -> {
                if (sent.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            part(phone, "thu-morning").check();
            bar(phone, "Bewaard");

            assertThat(sent).hasValueGreaterThan(1);
            assertThat(week()).isEqualTo("thu-morning");
            assertThat(changes("availability")).isEqualTo(1);
            phone.expect("ERR_FAILED");
        }
    }

    private int changes(String field) {
        return mail.inside(() -> database.jdbc()
                .sql("select count(*) from record_change where volunteer = :id and field = :field and way = 'OWN_PAGE'")
                .param("id", anna)
                .param("field", field)
                .query(Integer.class)
                .single());
    }

    /** The first answer comes after five more changes were made. */
    @Test
    void aLateAnswerOverwritesNothingNewer() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            Route[] held = new Route[1];
            phone.page().route(SAVE, route -> {
                if (held[0] == null) {
                    held[0] = route;
                } else {
                    route.resume();
                }
            });
            part(phone, "mon-morning").check();
            phone.page().waitForCondition(() -> held[0] != null);
            part(phone, "mon-morning").uncheck();
            part(phone, "tue-morning").check();
            phone.page().locator("#HOURS").selectOption("2");
            phone.page().locator("#HOURS").selectOption("10");
            held[0].resume();
            bar(phone, "Bewaard");

            phone.page()
                    .waitForCondition(() -> mail.kept(anna, "quarters_per_week").equals("40"));
            assertThat(week()).isEqualTo("tue-morning");
            assertThat(phone.page().locator("#HOURS")).hasValue("10");
            assertThat(part(phone, "mon-morning")).not().isChecked();
        }
    }

    @Test
    void aPageThatWasOpenAllNightLosesNothing() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            phone.page()
                    .context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("koppelwerk"));
            part(phone, "sat-evening").check();
            bar(phone, "Kom opnieuw binnen");
            assertThat(week()).isEmpty();

            phone.page().locator("#bar a").click();
            comeIn(phone, true);
            phone.page().waitForCondition(() -> week().equals("sat-evening"));
            assertThat(part(phone, "sat-evening")).isChecked();
        }
    }

    @Test
    void daysOutAndAPauseAreKeptAndTakenBack() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            phone.page().locator("#first").fill("2026-12-21");
            phone.page().locator("#last").fill("2027-01-03");
            phone.page().locator("#away button").click();
            assertThat(phone.page().locator("#periods")).containsText("21 december 2026");
            bar(phone, "Bewaard");
            phone.page().locator("#bar button").click();
            assertThat(phone.page().locator("#periods")).not().containsText("december");

            phone.page().locator("input[name=PAUSE][value=ILLNESS]").check();
            phone.page().locator("#until").fill("2026-12-01");
            phone.page().locator("#pause button").click();
            assertThat(phone.page().locator("#pause")).containsText("U bent terug op 1 december 2026");
            assertThat(mail.kept(anna, "active")).isEqualTo("false");
            phone.page().locator("#pause button").click();
            assertThat(phone.page().locator("#until")).isVisible();
            assertThat(mail.kept(anna, "active")).isEqualTo("true");
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (Visitor phone = phone(false)) {
            comeIn(phone, false);
            part(phone, "mon-morning").check();
            phone.page().locator("form[aria-labelledby=h-week] button").click();
            phone.reads("Bewaard");
            assertThat(week()).isEqualTo("mon-morning");
            phone.page().locator("#message button").click();
            phone.page().waitForCondition(() -> week().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(OwnLanguage.class)
    void everyPageIsUsableByEverybodyInEveryLanguage(OwnLanguage language) {
        try (Visitor phone = phone(true)) {
            if (WHOLE.contains(language)) {
                phone.go("/own/ask?language=" + language.code());
                look(phone, "ask", language);
                phone.go("/own/enter");
                look(phone, "enter", language);
            }
            UUID asked = pairing("ASKED");
            UUID helped = pairing("TRIAL");
            comeIn(phone, true);
            phone.go("/own?language=" + language.code());
            assertThat(phone.page().locator("html")).hasAttribute("dir", language.direction());
            assertThat(phone.page().locator(".own-asked")).isVisible();
            part(phone, "sun-night").check();
            assertThat(phone.page().locator("#bar button")).isVisible();
            look(phone, "page", language);
            if (WHOLE.contains(language)) {
                phone.go("/own/passkeys");
                look(phone, "passkeys", language);
                phone.go("/own/asks/" + asked);
                phone.page().locator(".own-answers summary").click();
                look(phone, "asked", language);
                phone.go("/own/check-in/" + helped);
                phone.page().locator("form summary").click();
                look(phone, "check-in", language);
                phone.go("/own/kept");
                look(phone, "kept", language);
                phone.follows(phone.page().locator("form[action='/own/consent'] button"));
                phone.go("/own/kept");
                look(phone, "agreed", language);
                phone.follows(phone.page().locator("form[action='/own/consent/withdraw'] button"));
                look(phone, "withdrawn", language);
            }
        }
    }

    /** A family that the volunteer is asked for, or helps and is to tell about. */
    private UUID pairing(String step) {
        return mail.inside(() -> {
            UUID id = database.jdbc()
                    .sql("""
                            update pairing set step = :step, held = true, volunteer = :anna
                            where id = (select id from pairing where step = 'PROPOSED' order by id limit 1) returning id
                            """)
                    .param("step", step)
                    .param("anna", anna)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .single();
            database.jdbc().sql("""
                            insert into pairing_life (organisation, pairing, started_on, trial_until, quarters_per_week,
                                                      volunteer_check_in_on)
                            select organisation, id, date '2026-10-21', date '2026-12-02', 8, date '2026-11-11'
                            from pairing where id = :id and step = 'TRIAL'
                            """).param("id", id).update();
            return id;
        });
    }

    private static void look(Visitor phone, String name, OwnLanguage language) {
        phone.inspect();
        phone.picture("own-" + name + "-" + language.code());
    }

    /** Lighthouse's slow telephone: 1.6 Mbit/s and 150 ms there and back. */
    @Test
    void onASlowLineThePageIsThereWithinASecondAndWeighsLittle() {
        try (Visitor phone = phone(true)) {
            comeIn(phone, true);
            AtomicLong bytes = new AtomicLong();
            CDPSession line = phone.page().context().newCDPSession(phone.page());
            line.send("Network.enable");
            JsonObject cold = new JsonObject();
            cold.addProperty("cacheDisabled", true);
            line.send("Network.setCacheDisabled", cold);
            JsonObject slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", 150);
            slow.addProperty("downloadThroughput", 1_600_000 / 8);
            slow.addProperty("uploadThroughput", 750_000 / 8);
            line.send("Network.emulateNetworkConditions", slow);
            line.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            phone.page().reload();
            phone.page().waitForLoadState(LoadState.NETWORKIDLE);

            double firstView = ((Number) phone.page()
                            .evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                    .doubleValue();
            org.slf4j.LoggerFactory.getLogger(OwnPageIT.class)
                    .info("own page: {} bytes, first view after {} ms", bytes, Math.round(firstView));
            assertThat(bytes.get()).isBetween(5_000L, 150_000L);
            assertThat(firstView).isLessThan(1_000);
        }
    }
}
