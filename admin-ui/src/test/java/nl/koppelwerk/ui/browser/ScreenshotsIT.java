package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SampleNight;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pictures of the pages with the sample city after a real night, for people to look at, in {@code target/screenshots}. With {@code -Dreadme.picture} the one of the
 * proposals goes to {@code src/docs/proposals.png}, where the README shows it.
 */
@ExtendWith(DatabaseExtension.class)
class ScreenshotsIT {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final double SCREEN = 900;
    private static final double TALLEST = 3_200;

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        pages = new RunningPages(database);
        OrganisationId organisation = SampleNight.run(pages.context());
        Town.accounts(database, organisation, "coordinator@koppelwerk.example");
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @Test
    void thePagesArePictured() throws IOException {
        for (int width : new int[] {1280, 390}) {
            try (Visitor visitor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
                walk(visitor, width);
            }
        }

        assertThat(FOLDER.resolve("proposals-top-1280.png")).isNotEmptyFile();
        if (System.getProperty("readme.picture") != null) {
            Path picture = Path.of("src", "docs", "proposals.png");
            Files.createDirectories(picture.getParent());
            Files.copy(FOLDER.resolve("proposals-top-1280.png"), picture, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void walk(Visitor visitor, int width) {
        Page page = visitor.page();
        visitor.go("/login");
        picture(page, "login", width, true);
        visitor.signIn("coordinator@koppelwerk.example");
        visitor.reads("Vandaag");
        picture(page, "morning", width, true);
        visitor.go("/proposals");
        picture(page, "proposals-top", width, false);
        picture(page, "proposals", width, true);
        visitor.follows(page.locator(".kw-pair__link").first());
        page.locator(".kw-decline__summary").click();
        picture(page, "proposal", width, true);
        String decidedOn = page.url();
        page.locator("form[action$=confirm] button").click();
        PlaywrightAssertions.assertThat(page).not().hasURL(decidedOn);
        picture(page, "after-confirm", width, false);
        for (String path : new String[] {
            "/unpaired", "/pairings", "/families", "/volunteers", "/rules", "/runs", "/runs/1", "/proposals/none"
        }) {
            visitor.go(path);
            picture(page, path.substring(1).replace('/', '-'), width, true);
        }
        visitor.go("/proposals?language=en");
        picture(page, "proposals-english", width, false);
        visitor.go("/login?language=nl");
        visitor.signIn("leeg@koppelwerk.example");
        visitor.reads("Vandaag");
        picture(page, "morning-empty", width, true);
        visitor.go("/proposals");
        picture(page, "proposals-empty", width, true);
    }

    private static void picture(Page page, String name, int width, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + "-" + width + ".png"))
                .setFullPage(whole)
                .setClip(0, 0, width, whole ? height(page) : SCREEN));
    }

    /** Browsers give up on pictures of very long pages. */
    private static double height(Page page) {
        Object height = page.evaluate("document.documentElement.scrollHeight");
        return height instanceof Number pixels ? Math.min(pixels.doubleValue(), TALLEST) : SCREEN;
    }
}
