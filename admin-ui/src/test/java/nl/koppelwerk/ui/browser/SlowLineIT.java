package nl.koppelwerk.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of volunteers and families on a telephone of 360 pixels and a slow line, as Lighthouse takes one for a telephone:
 * 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; where somebody taps, a processor of a quarter of the speed too
 * (Lighthouse's "slow 4G" and "mid-tier mobile").
 */
@ExtendWith(DatabaseExtension.class)
class SlowLineIT {
    private static final Logger log = LoggerFactory.getLogger(SlowLineIT.class);
    private static final int PHONE = 360;
    private static final int HEAVIEST = 150_000;
    private static final int FIRST_VIEW_MILLIS = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);

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
        new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
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
                .sql("update volunteer set availability = 0 where id = :id")
                .param("id", anna)
                .update());
    }

    private static Visitor phone(boolean script) {
        return Visitor.at(pages.address(), chromium.browser(), PHONE, script);
    }

    private static JsonObject with(String name, Number value) {
        JsonObject one = new JsonObject();
        one.addProperty(name, value);
        return one;
    }

    private static CDPSession slow(Visitor phone, int processor) {
        CDPSession line = phone.page().context().newCDPSession(phone.page());
        line.send("Network.enable");
        JsonObject slow = with("latency", 150);
        slow.addProperty("offline", false);
        slow.addProperty("downloadThroughput", 1_600_000 / 8);
        slow.addProperty("uploadThroughput", 750_000 / 8);
        line.send("Network.emulateNetworkConditions", slow);
        line.send("Emulation.setCPUThrottlingRate", with("rate", processor));
        return line;
    }

    private String asked(Visitor phone) {
        phone.go("/own/ask");
        phone.page().locator("#email").fill(address);
        phone.page().locator("form[action='/own/ask'] button").click();
        phone.page().waitForURL("**/own/enter");
        return mail.last(address, 1);
    }

    private void comeIn(Visitor phone, String sent) {
        phone.page().navigate("about:blank");
        phone.go("/own/enter?language=nl#" + OwnMailbox.link(sent));
        phone.page().locator("#by-link button").click();
        assertThat(phone.page().locator("#own")).isVisible();
    }

    @Test
    void fromTheMailToASavedChangeTakesLessThanTwoMinutes() {
        try (Visitor phone = phone(true)) {
            String sent = asked(phone);
            slow(phone, 4);
            long begun = System.nanoTime();
            comeIn(phone, sent);
            phone.page().locator("input[name=WEEK][value=wed-afternoon]").check();
            assertThat(phone.page().locator("#bar")).containsText("Bewaard");
            said("with script", begun);
        }
    }

    @Test
    void withoutScriptToo() {
        try (Visitor phone = phone(false)) {
            String sent = asked(phone);
            slow(phone, 4);
            long begun = System.nanoTime();
            phone.page().locator("#code").fill(OwnMailbox.code(sent));
            phone.page().locator("#by-code button").click();
            assertThat(phone.page().locator("#own")).isVisible();
            phone.page().locator("input[name=WEEK][value=wed-afternoon]").check();
            phone.follows(phone.page()
                    .locator("form:has(input[name=WEEK]) button[type=submit]")
                    .first());
            phone.reads("Bewaard");
            said("without script", begun);
        }
    }

    private void said(String how, long begun) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        log.info("from mail to saved change {}: {} ms", how, taken.toMillis());
        assertThat(mail.kept(anna, "availability")).isNotEqualTo("0");
        assertThat(taken).isLessThan(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own/ask", "/own/enter", "/join", "/help", "/help/standing"})
    void aPublicPageIsThereWithinASecondAndWeighsLittle(String path) {
        try (Visitor phone = phone(true)) {
            weighed(phone, path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own", "/own/kept"})
    void anOwnPageIsThereWithinASecondAndWeighsLittle(String path) {
        try (Visitor phone = phone(true)) {
            comeIn(phone, asked(phone));
            phone.page().navigate("about:blank");
            weighed(phone, path);
        }
    }

    private static void weighed(Visitor phone, String path) {
        CDPSession line = slow(phone, 1);
        JsonObject cold = new JsonObject();
        cold.addProperty("cacheDisabled", true);
        line.send("Network.setCacheDisabled", cold);
        AtomicLong bytes = new AtomicLong();
        line.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        phone.go(path);
        phone.page().waitForLoadState(LoadState.NETWORKIDLE);
        double firstView = ((Number)
                        phone.page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();
        log.info("{}: {} bytes, first view after {} ms", path, bytes, Math.round(firstView));
        assertThat(bytes.get()).isBetween(3_000L, (long) HEAVIEST);
        assertThat(firstView).isLessThan(FIRST_VIEW_MILLIS);
    }

    /** Scanners of mail open what a mail links to, some in a real browser with scripts; they press nothing. */
    @Test
    void aBrowserThatDoesNotPressTheButtonUsesNoLinkUp() {
        try (Visitor phone = phone(true);
                Visitor scanner = phone(true)) {
            String sent = asked(phone);
            for (int i = 0; i < 3; i++) {
                scanner.page().navigate("about:blank");
                scanner.go("/own/enter?language=nl#" + OwnMailbox.link(sent));
                scanner.page().waitForLoadState(LoadState.NETWORKIDLE);
            }
            comeIn(phone, sent);
        }
    }
}
