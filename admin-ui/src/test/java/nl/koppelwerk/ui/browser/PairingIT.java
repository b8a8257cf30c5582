package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.ReportTown;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One pairing from the confirmed proposal to its end, in a real browser, with and without script. */
@ExtendWith(DatabaseExtension.class)
class PairingIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final UUID ELS = new UUID(84, 1);

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 23);
        ReportTown.account(database, rotterdam, ELS, Account.Role.COORDINATOR, Set.of());
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, true, nl", "390, false, nl", "390, true, en"})
    void aPairingIsFollowedToItsEnd(int width, boolean script, String language) {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, script)) {
            noor.go("/login?language=" + language);
            noor.signIn(NOOR);
            Page page = noor.page();
            String id = confirmed(noor);

            noor.go("/pairings");
            inspect(noor, script);
            noor.go("/pairings/" + id);
            submit(noor, script, "ask");
            submit(noor, script, "answer", 0);
            submit(noor, script, "answer", 3);
            page.locator("#introduction-date").fill("2026-10-20");
            page.locator("#introduction-time").fill("15:30");
            page.locator("#introduction-place").fill("Huis van de Wijk");
            submit(noor, script, "introduction");
            page.locator("#trial-from").fill("2026-10-21");
            page.locator("#trial-until").fill("2026-12-02");
            submit(noor, script, "trial");
            noor.follows(page.locator("a[href*=check-in].nl-button").first());
            inspect(noor, script);
            page.locator("input[name=mood][value='4']").check();
            page.locator("input[name=worried][value=NO]").check();
            page.locator("input[name=wish][value=CONTINUE]").check();
            page.locator("#check-in-SOCIAL").selectOption("3");
            submit(noor, script, "check-in");
            page.locator("details:has(form[action$=running]) summary").click();
            submit(noor, script, "running");
            page.locator("details:has(form[action$=closing]) summary").click();
            submit(noor, script, "closing");
            submit(noor, script, "aftercare");
            page.locator("#end-outcome").selectOption("REACHED");
            page.locator("#end-reason").selectOption("NO_LONGER_NEEDED");
            submit(noor, script, "end");

            PlaywrightAssertions.assertThat(page.locator(".kw-path__step--now"))
                    .containsText(language.equals("nl") ? "Afgesloten" : "Ended");
            PlaywrightAssertions.assertThat(page.locator(".kw-history li")).hasCount(11);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void anEmptyListIsUsable(int width) {
        try (Visitor newcomer = Visitor.at(pages.address(), chromium.browser(), width, true)) {
            newcomer.signIn("leeg@koppelwerk.example");
            newcomer.go("/pairings");
            newcomer.inspect();
            newcomer.go("/pairings?step=TRIAL&care=true");
            newcomer.inspect();
        }
    }

    /** The first proposal, which is a pairing from then on. */
    private static String confirmed(Visitor noor) {
        Page page = noor.page();
        noor.go("/proposals");
        noor.follows(page.locator(".kw-pair__link").first());
        String decidedOn = page.url();
        page.locator("form[action$=confirm] button").first().click();
        PlaywrightAssertions.assertThat(page).not().hasURL(decidedOn);
        return decidedOn.replaceAll(".*/proposals/([0-9a-f-]{36}).*", "$1");
    }

    @Test
    void aColleagueTakesItOver() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 1280, true);
                Visitor els = Visitor.at(pages.address(), chromium.browser(), 390, true)) {
            noor.signIn(NOOR);
            String id = confirmed(noor);
            els.signIn(ReportTown.email(ELS));
            els.go("/pairings/" + id);

            submit(els, true, "take-on");

            els.reads("Els");
            PlaywrightAssertions.assertThat(els.page().locator("form[action$=take-on]"))
                    .hasCount(0);
        }
    }

    private static void submit(Visitor noor, boolean script, String form) {
        submit(noor, script, form, 0);
    }

    private static void submit(Visitor noor, boolean script, String form, int button) {
        noor.follows(noor.page()
                .locator("form[action$='/" + form + "'] button[type=submit]")
                .nth(button));
        inspect(noor, script);
    }

    /** The inspection itself needs script. */
    private static void inspect(Visitor noor, boolean script) {
        if (script) {
            noor.inspect();
        }
    }
}
