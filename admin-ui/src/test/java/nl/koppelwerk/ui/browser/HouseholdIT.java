package nl.koppelwerk.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A family on a telephone, on a bad line, with another one at home. */
@ExtendWith(DatabaseExtension.class)
class HouseholdIT {
    private static final int PHONE = 360;
    private static final String SAVE = "**/help/standing/save";

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static RunningPages pages;
    private static Chromium chromium;
    private static int next;

    private UUID family = new UUID(0, 0);
    private String key = "";

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 10);
        pages = new RunningPages(database);
        new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    /** A family that signed up with a Monday morning, and has the link to its page. */
    @BeforeEach
    void another() {
        family = new UUID(5, ++next);
        key = "%043d".formatted(next);
        run("""
                insert into registration (organisation, id, side, state, name, email, postcode, languages, day_parts, needs,
                    birth_years, signals, referrer_may_follow, page_language, consent_version, created_at, form, confirmed_at)
                values (:organisation, :id, 'FAMILY', 'WAITING', :name, :email, 3021, 'tur:C2', 1, '{WORK}',
                        '{}', '{}', false, 'nl', '2026-11', now(), sha256(:key::bytea), now())
                """);
        run("""
                insert into household_key (organisation, hash, way, referrer, registration, made_at, expires_at)
                values (:organisation, sha256(:key::bytea), 'SIGN_UP', false, :id, now(), timestamptz '2099-01-01')
                """);
    }

    private void run(String sql) {
        database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql(sql)
                                .param("organisation", rotterdam.value())
                                .param("id", family)
                                .param("key", key)
                                .param("name", Clear.of(Cell.REGISTRATION_NAME, family, "Kaya"))
                                .param("email", Clear.of(Cell.REGISTRATION_EMAIL, family, "k@voorbeeld.example"))
                                .update());
    }

    private String kept(String column) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select coalesce(" + column + "::text, '') from registration where id = :id")
                                .param("id", family)
                                .query(String.class)
                                .single());
    }

    private String week() {
        return new DayParts(Integer.parseInt(kept("day_parts"))).toString();
    }

    private Visitor open(boolean script) {
        Visitor visitor = Visitor.at(pages.address(), chromium.browser(), PHONE, script);
        visitor.go("/help/standing?key=" + key);
        assertThat(visitor.page().locator("#own")).isVisible();
        return visitor;
    }

    private static Locator part(Visitor visitor, String dayPart) {
        return visitor.page().locator("input[name=WEEK][value=" + dayPart + "]");
    }

    private static void bar(Visitor visitor, String text) {
        assertThat(visitor.page().locator("#bar")).containsText(text);
    }

    @Test
    void aTapIsKeptAndTakenBack() {
        try (Visitor phone = open(true)) {
            part(phone, "wed-afternoon").check();
            bar(phone, "Bewaard");
            assertThat(week()).isEqualTo("mon-morning wed-afternoon");
            phone.page().locator("#bar button").click();
            assertThat(part(phone, "wed-afternoon")).not().isChecked();
            phone.page().waitForCondition(() -> week().equals("mon-morning"));

            phone.page().locator("#PHONE").fill("06 1234-5678");
            phone.page().locator("#PHONE").blur();
            phone.page().waitForCondition(() -> "0612345678".equals(kept("phone")));
            part(phone, "mon-morning").click();
            bar(phone, "Kies een tijd in de week.");
            assertThat(part(phone, "mon-morning")).isChecked();
        }
    }

    @Test
    void twoDevicesAtOnceLoseNothing() {
        try (Visitor phone = open(true);
                Visitor tablet = open(true)) {
            part(phone, "tue-morning").check();
            part(tablet, "sun-evening").check();
            bar(phone, "Bewaard");
            bar(tablet, "Bewaard");
            phone.page().waitForCondition(() -> week().equals("mon-morning tue-morning sun-evening"));
        }
    }

    @Test
    void whatIsChosenWithoutAConnectionIsSentLaterEvenWhenThePageWasClosed() {
        try (Visitor phone = open(true)) {
            phone.page().context().setOffline(true);
            part(phone, "fri-night").check();
            bar(phone, "Geen verbinding");
            assertThat(week()).isEqualTo("mon-morning");
            phone.page().navigate("about:blank");
            phone.page().context().setOffline(false);

            phone.go("/help/standing?key=" + key);
            phone.page().waitForCondition(() -> week().equals("mon-morning fri-night"));
            phone.expect("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    void aChangeWhoseAnswerIsLostIsKeptOnce() {
        try (Visitor phone = open(true)) {
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
            assertThat(week()).isEqualTo("mon-morning thu-morning");
            assertThat(kept("version")).isEqualTo("2");
            phone.expect("ERR_FAILED");
        }
    }

    @Test
    void aPageThatWasOpenAllNightLosesNothing() {
        try (Visitor phone = open(true)) {
            phone.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("koppelwerk"));
            part(phone, "sat-evening").click();

            phone.page().waitForCondition(() -> week().equals("mon-morning sat-evening"));
            bar(phone, "Bewaard");
            assertThat(part(phone, "sat-evening")).isChecked();
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (Visitor phone = open(false)) {
            part(phone, "mon-night").check();
            phone.page().locator("form[aria-labelledby=h-week] button").click();
            phone.reads("Bewaard");
            assertThat(week()).isEqualTo("mon-morning mon-night");
            phone.page().locator("#message button").click();
            phone.page().waitForCondition(() -> week().equals("mon-morning"));
        }
    }

    @Test
    void thePageWeighsLittle() {
        try (Visitor phone = Visitor.at(pages.address(), chromium.browser(), PHONE, true)) {
            AtomicLong bytes = new AtomicLong();
            phone.page().onResponse(answer -> bytes.addAndGet(answer.body().length));
            phone.go("/help/standing?key=" + key);
            phone.page().waitForLoadState(LoadState.NETWORKIDLE);
            org.slf4j.LoggerFactory.getLogger(HouseholdIT.class)
                    .info("page of a family: {} bytes before packing", bytes);
            assertThat(bytes.get()).isBetween(5_000L, 150_000L);
        }
    }

    @Test
    void theWaysInAreUsableByEverybody() {
        try (Visitor phone = Visitor.at(pages.address(), chromium.browser(), PHONE, true)) {
            for (String path : java.util.List.of(
                    "/help/link", "/help/link?sent=yes", "/help/code?language=ar", "/help/link?language=ti")) {
                phone.go(path);
                phone.inspect();
            }
        }
    }
}
