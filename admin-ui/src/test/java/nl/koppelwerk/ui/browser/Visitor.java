package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.ui.Town;

/** Somebody with a browser of their own, who notices everything that the browser complains about. */
final class Visitor implements AutoCloseable {
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final boolean PICTURES = Boolean.getBoolean("koppelwerk.pictures");

    /** For machines that are busy with other things. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int loads;

    private Visitor(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onDOMContentLoaded(loaded -> loads++);
        page.onConsoleMessage(said -> {
            // A form that is shown again with what is wrong is no failure.
            boolean formAgain = said.text().contains("the server responded with a status of 422");
            if (!formAgain && List.of("error", "warning").contains(said.type())) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visitor at(String address, Browser browser, int width, boolean script) {
        return new Visitor(
                address,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script)
                        .setLocale("nl-NL")));
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(address + path);
    }

    void signIn(String email) {
        go("/login");
        page.locator("#email").fill(email);
        page.locator("#password").fill(Town.PASSWORD);
        follows(page.locator("main form button[type=submit]"));
    }

    /** Clicks on what leads to another page, and waits until that is there. */
    void follows(Locator way) {
        int before = loads;
        way.click();
        page.waitForCondition(() -> loads > before);
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String main() {
        return page.locator("main").innerText();
    }

    /** Waits until the page says all of this, as somebody does who has just pressed a button. */
    void reads(String... texts) {
        for (String text : texts) {
            PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
        }
    }

    /** Waits for the page with this heading. */
    void headed(String heading) {
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(heading);
    }

    /** Something that the browser complained about was meant to be. */
    void expect(String complaint) {
        assertThat(complaints.removeIf(one -> one.contains(complaint)))
                .as(complaint)
                .isTrue();
    }

    /** The page is usable by everybody, fits the screen, and the browser had nothing to complain about. */
    void inspect() {
        List<String> violations = new AxeBuilder(page)
                .withTags(STANDARDS).setLegacyMode(true).analyze().getViolations().stream()
                        .map(Visitor::described)
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("fits the screen: " + page.url())
                .isTrue();
        assertThat(complaints).as(page.url()).isEmpty();
        assertThat(ValidHtml.complaints(asSent()))
                .as("valid HTML: " + page.url())
                .isEmpty();
    }

    /** Keeps the whole page as a picture in {@code target/screenshots}, where somebody asks for pictures. */
    void picture(String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", name + ".png"))
                    .setFullPage(true));
        }
    }

    /** As the server sends the page here, before scripts change it; a page that answered a form is asked for again. */
    private byte[] asSent() {
        return page.request().get(page.url()).body();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
