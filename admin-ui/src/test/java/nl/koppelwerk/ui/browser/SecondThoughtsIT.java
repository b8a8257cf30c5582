package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.ShippedServices;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coordinator asks further about a proposal: where, who else, why not somebody. */
@ExtendWith(DatabaseExtension.class)
class SecondThoughtsIT {
    private static final String NOOR = "coordinator@koppelwerk.example";

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 43);
        Directory.Read directory = (Directory.Read)
                Hsds.read("services.json", ShippedServices.text().replace("\"Amsterdam\"", "\"Rotterdam\""));
        KeptServices services = new KeptServices(database.jdbc(), Clock.systemUTC());
        database.scope().inside(rotterdam, () -> services.save(rotterdam, directory));
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static String said(String key, String language) {
        return ResourceBundle.getBundle("messages/reason", Locale.of(language)).getString(key);
    }

    @ParameterizedTest
    @CsvSource({"390, nl", "1280, en"})
    void aProposalsPageTellsWhereWhoElseAndWhyNot(int width, String language) {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
            noor.go("/login?language=" + language);
            noor.signIn(NOOR);
            noor.go("/proposals");
            Page page = noor.page();
            noor.follows(page.locator(".kw-pair__link").first());

            PlaywrightAssertions.assertThat(page.locator(".kw-map__sheet")).isVisible();
            assertThat(page.locator("#map-title").textContent()).contains("Rotterdam");
            assertThat(noor.main()).contains(said("opinion.others", language)).doesNotContain("Heemraadssingel");
            assertThat(page.locator(".kw-alternative").count()).isPositive();
            noor.inspect();

            page.locator("#why-not-volunteer").fill("selam");
            page.locator("#why-not-volunteer").press("Enter");
            page.locator(".kw-found a").first().click();
            PlaywrightAssertions.assertThat(page.locator(".kw-reply h3")).containsText("Selam Haile");
            assertThat(page.url()).contains("/proposals/");
            noor.inspect();
            noor.picture("second-thoughts-" + width + "-" + language);
        }
    }

    @Test
    void anAlternativeLeadsToPairingByHand() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 1280, true)) {
            noor.signIn(NOOR);
            noor.go("/proposals");
            Page page = noor.page();
            noor.follows(page.locator(".kw-pair__link").nth(2));

            String address = page.locator(".kw-alternative__do a").first().getAttribute("href");

            assertThat(address).matches("/pairings/by-hand\\?request=[0-9a-f-]{36}&volunteer=[0-9a-f-]{36}");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void aRequestWithoutAnybodyIsExplained(int width) {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
            noor.signIn(NOOR);
            noor.go("/unpaired");
            noor.follows(noor.page().locator(".kw-pair__link").first());

            PlaywrightAssertions.assertThat(noor.page().locator(".kw-funnel li").first())
                    .isVisible();
            PlaywrightAssertions.assertThat(noor.page().locator("section[aria-labelledby=refer]"))
                    .containsText("Het gezin woont in het gebied van de dienst: ");
            noor.inspect();
            noor.picture("unpaired-one-" + width);
        }
    }

    @Test
    void allOfItWorksWithoutScript() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 390, false)) {
            noor.signIn(NOOR);
            noor.go("/proposals");
            Page page = noor.page();
            noor.follows(page.locator(".kw-pair__link").nth(1));
            page.locator("#opinion a").click();
            PlaywrightAssertions.assertThat(page.locator(".kw-map__sheet")).hasCount(1);

            page.locator("#why-not-volunteer").fill("Fatma");
            page.locator(".kw-ask button").first().click();
            noor.headed(said("whyNot.heading", "nl"));
            noor.follows(page.locator(".kw-found a").first());
            PlaywrightAssertions.assertThat(page.locator(".kw-reply h3")).containsText("Fatma Kaya");
        }
    }
}
