package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coordinator's morning, in a real browser. */
@ExtendWith(DatabaseExtension.class)
class WalkIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String MARIEKE = "tweede@koppelwerk.example";

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, MARIEKE);
        Town.fill(database, rotterdam, 43);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static Visitor visitor(int width, boolean script) {
        return Visitor.at(pages.address(), chromium.browser(), width, script);
    }

    private static String said(String key, String language) {
        return pages.context().getMessage(key, null, Locale.of(language));
    }

    @ParameterizedTest
    @CsvSource({"390, nl", "1280, en"})
    void aMorningFromSigningInToTheRuns(int width, String language) {
        try (Visitor noor = visitor(width, true)) {
            noor.go("/login?language=" + language);
            noor.inspect();
            noor.signIn(NOOR);
            noor.inspect();

            Page page = noor.page();
            noor.go("/proposals");
            noor.headed(said("proposals.heading", language));
            noor.inspect();
            noor.follows(page.locator(".kw-pair__link").first());
            page.waitForURL("**/proposals/*");
            noor.inspect();
            String first = noor.heading();
            page.locator("form[action$=confirm] button").click();
            noor.reads(said("decided.next", language));
            PlaywrightAssertions.assertThat(page.locator("h1")).not().hasText(first);
            noor.inspect();

            page.locator(".kw-decline__summary").click();
            page.locator("input[value=TIMES_DO_NOT_FIT]").check();
            noor.inspect();
            page.locator("form[action$=decline] button").click();
            noor.reads(said("decided.next", language));

            noor.follows(page.locator("nav a[href$=unpaired]"));
            noor.headed(said("unpaired.heading", language));
            noor.reads(said("unpaired.causes", language));
            noor.inspect();
            noor.follows(page.locator("nav a[href$=runs]"));
            noor.headed(said("runs.heading", language));
            noor.inspect();
            noor.follows(page.locator("tbody a").first());
            noor.inspect();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void emptyAndWrongPagesAreUsableToo(int width) {
        try (Visitor newcomer = visitor(width, true)) {
            newcomer.signIn("leeg@koppelwerk.example");
            for (String path : new String[] {"/proposals", "/unpaired", "/runs"}) {
                newcomer.go(path);
                newcomer.inspect();
            }
        }
        try (Visitor stranger = visitor(width, true)) {
            stranger.go("/login?problem=wrong");
            stranger.reads(said("login.wrong", "nl"));
            stranger.inspect();
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (Visitor noor = visitor(390, false)) {
            noor.signIn(NOOR);
            noor.go("/proposals");
            Page page = noor.page();
            noor.follows(page.locator(".kw-pair__link").first());
            page.locator(".kw-decline__summary").click();
            page.locator("input[value=NOT_NOW]").check();
            noor.follows(page.locator("form[action$=decline] button"));

            noor.reads(said("decided.next", "nl"));
            noor.follows(page.locator("form[action$=confirm] button"));
            noor.reads(said("decided.next", "nl"));
            noor.follows(page.locator("form[action$=logout] button"));
            noor.reads(said("login.out", "nl"));
        }
    }

    @Test
    void theSecondCoordinatorIsToldThatTheVolunteerIsFull() {
        Town.Rivals rivals = Town.rivals(database, rotterdam);

        try (Visitor noor = visitor(1280, true);
                Visitor marieke = visitor(1280, true)) {
            noor.signIn(NOOR);
            marieke.signIn(MARIEKE);
            noor.go("/proposals/" + rivals.first());
            marieke.go("/proposals/" + rivals.second());
            noor.page().locator("form[action$=confirm] button").click();
            marieke.page().locator("form[action$=confirm] button").click();

            noor.reads("Bevestigd:");
            marieke.reads(rivals.volunteer() + " heeft geen plek meer");
            assertThat(marieke.heading()).contains(rivals.volunteer());
            marieke.inspect();
        }
    }

    @Test
    void aRunUnderWayIsFollowedWithoutAskingAgain() {
        long run = Town.startRun(database, rotterdam);

        try (Visitor noor = visitor(1280, true)) {
            noor.signIn(NOOR);
            noor.go("/runs");
            Locator status = noor.page().locator("tbody tr").first().locator(".kw-badge");
            PlaywrightAssertions.assertThat(status).hasText(said("run.RUNNING", "nl"));
            noor.inspect();
            Town.failRun(database, rotterdam, run);

            PlaywrightAssertions.assertThat(status).hasText(said("run.FAILED", "nl"));
            noor.follows(noor.page().locator("tbody a").first());
            noor.reads(said("run.failed.stands", "nl"));
            noor.inspect();
        }
    }

    @Test
    void aColleaguesDecisionIsTold() {
        try (Visitor noor = visitor(1280, true);
                Visitor marieke = visitor(1280, true)) {
            noor.signIn(NOOR);
            marieke.signIn(MARIEKE);
            noor.go("/proposals");
            noor.follows(noor.page().locator(".kw-pair__link").nth(5));
            noor.page().waitForURL("**/proposals/*");
            marieke.page().navigate(noor.page().url());
            noor.page().locator("form[action$=confirm] button").click();
            marieke.page().locator("form[action$=confirm] button").click();

            marieke.reads("Een collega heeft al beslist");
        }
    }
}
