package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A coordinator who decides on forty proposals and touches the keyboard only; key presses and page loads are counted. */
@ExtendWith(DatabaseExtension.class)
class KeyboardIT {
    private static final Logger LOG = LoggerFactory.getLogger(KeyboardIT.class);
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final int FORTY = 40;

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 97);
        database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("update programme set introductions_per_week = 60")
                                .update());
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @Test
    void fortyProposalsAreDecidedOnWithTwoKeyPressesAtMostAndNoPageLoadBetweenThem() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 1280, true)) {
            Hands hands = begin(noor);
            List<Integer> presses = new ArrayList<>();
            for (int number = 0; number < FORTY; number++) {
                presses.add(hands.decide(
                        number % 5 == 3 ? List.of("d", "3") : number % 7 == 6 ? List.of("h") : List.of("a")));
            }

            assertThat(presses).hasSize(FORTY).allMatch(count -> count <= 2);
            assertThat(hands.loads).as("page loads").isZero();
            LOG.info(
                    "{} proposals: {} key presses, {} page loads",
                    FORTY,
                    presses.stream().mapToInt(Integer::intValue).sum(),
                    hands.loads);
            noor.inspect();
        }
    }

    @Test
    void focusFollowsAndTheDecisionIsTakenBackByKey() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 1280, true)) {
            Hands hands = begin(noor);
            String first = noor.heading();
            hands.decide(List.of("n"));
            hands.decide(List.of("p"));
            assertThat(noor.heading()).isEqualTo(first);

            hands.decide(List.of("d", "1"));
            assertThat(
                            noor.page()
                                    .evaluate(
                                            "document.activeElement.tagName + document.activeElement.getAttribute('aria-describedby')"))
                    .isEqualTo("H1message");
            assertThat(noor.page().title()).startsWith(noor.heading().split(" met ")[0]);
            hands.decide(List.of("u"));

            assertThat(noor.heading()).isEqualTo(first);
            noor.reads("Ongedaan gemaakt");
            assertThat(hands.loads).isZero();
        }
    }

    @Test
    void keysDoNothingWhileSomebodyTypesAndWhenTheyAreTurnedOff() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 390, true)) {
            begin(noor);
            Page page = noor.page();
            String first = noor.heading();
            page.keyboard().press("d");
            page.locator("#note").fill("");
            page.locator("#note").pressSequentially("a 3 n");
            assertThat(page.locator("#note").inputValue()).isEqualTo("a 3 n");

            page.locator("[data-keys-switch]").uncheck();
            page.locator("h1").focus();
            page.keyboard().press("n");
            page.reload();
            page.keyboard().press("n");

            assertThat(noor.heading()).isEqualTo(first);
            assertThat(page.locator(".kw-key").first().isVisible()).isFalse();
            noor.inspect();
        }
    }

    private static Hands begin(Visitor noor) {
        noor.signIn(NOOR);
        noor.go("/proposals");
        noor.follows(noor.page().locator(".kw-pair__link").first());
        PlaywrightAssertions.assertThat(noor.page().locator(".kw-with-keys .kw-queue"))
                .isVisible();
        return new Hands(noor.page());
    }

    /** Somebody at the keyboard: counts, and waits for the page as a person does. */
    private static final class Hands {
        private final Page page;
        private int loads;

        Hands(Page page) {
            this.page = page;
            page.onDOMContentLoaded(loaded -> loads++);
        }

        int decide(List<String> keys) {
            String before = page.url();
            keys.forEach(key -> page.keyboard().press(key));
            PlaywrightAssertions.assertThat(page).not().hasURL(before);
            PlaywrightAssertions.assertThat(page.locator("h1[data-focus]")).isFocused();
            PlaywrightAssertions.assertThat(page.locator(".htmx-request:not(#opinion-busy):not(#plan-news)"))
                    .hasCount(0);
            return keys.size();
        }
    }
}
