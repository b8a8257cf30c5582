package nl.koppelwerk.trust.abuse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import org.jspecify.annotations.Nullable;

/** Somebody of a role in a real browser, with everything that the browser complains about. */
final class Surfer implements AutoCloseable {
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final double PATIENCE_MILLIS = 60_000;

    /** Answers what was built of a text, and every text that has the mark of one. */
    private static final String LOOK = """
            () => {
                const odd = [...document.querySelectorAll('script:not([src]),iframe,object,embed,base,img[src="x"],'
                        + 'form[action^="http"],a[href^="javascript:"],meta[http-equiv="refresh"][content*="kwaad"]'),
                    ...[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on')))]
                    .map(one => one.outerHTML.slice(0, 80));
                const texts = [document.title];
                const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    if (walk.currentNode.data.includes('zQ')) {
                        const around = walk.currentNode.parentElement.closest(
                            'p,li,td,th,dd,dt,h1,h2,h3,h4,div,label,legend,summary,option,figcaption,caption,textarea,pre');
                        texts.push((around || walk.currentNode.parentElement).textContent);
                    }
                }
                document.querySelectorAll('input,textarea').forEach(one => texts.push(one.value));
                return {odd, texts: [...new Set(texts)].filter(text => text.includes('zQ'))};
            }
            """;

    private static final String TOO_WIDE = """
            () => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth ? '' :
                [...document.querySelectorAll('main *')]
                    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                        && !one.closest('[class*="scroll"],.utrecht-table-container'))
                    .slice(0, 1).map(one => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40)).join()
                    || 'something'
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Surfer(Browser browser) {
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(DESK, 900).setLocale("nl-NL"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.exposeFunction(Payloads.ALARM, said -> complaints.add("ran: " + List.of(said)));
        context.addInitScript("document.addEventListener('securitypolicyviolation', e => " + Payloads.ALARM
                + "('against the policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        this.page = context.newPage();
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> complaints.add("an error: " + error));
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") && !said.text().contains("the server responded with a status of")) {
                complaints.add("the console: " + said.text());
            }
        });
    }

    Page page() {
        return page;
    }

    void signIn(Grounds grounds, @Nullable Reader reader) {
        String site = grounds.pages().address();
        if (reader == Reader.VOLUNTEER) {
            comeIn(grounds, site);
        } else if (reader != null) {
            page.navigate(site + "/login");
            page.locator("#email").fill(reader.email());
            page.locator("#password").fill(Town.PASSWORD);
            page.locator("main form button[type=submit]").click();
            page.waitForURL(there -> !there.contains("/login"));
        }
    }

    /** By the link in the mail. */
    private void comeIn(Grounds grounds, String site) {
        OwnMailbox mail = new OwnMailbox(grounds.database(), grounds.objects().own);
        String address = "surfer@voorbeeld.example";
        mail.inside(() -> grounds.database()
                .jdbc()
                .sql("update volunteer set email = :email where id = :id")
                .param(
                        "email",
                        Clear.of(
                                Cell.VOLUNTEER_EMAIL,
                                grounds.objects().volunteer().volunteer().value(),
                                address))
                .param("id", grounds.objects().volunteer().volunteer().value())
                .update());
        int before = mail.all(address).size();
        page.navigate(site + "/own/ask");
        page.locator("#email").fill(address);
        page.locator("form[action='/own/ask'] button").click();
        page.waitForURL("**/own/enter");
        String sent = mail.last(address, before + 1);
        page.navigate("about:blank");
        page.navigate(site + "/own/enter?language=nl#" + OwnMailbox.link(sent));
        page.locator("#by-link button").click();
        page.waitForURL(there -> there.endsWith("/own"));
    }

    /** What is wrong with the page as it stands here, scripts and policy first. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>(complaints);
        complaints.clear();
        wrong.addAll(strings(look().get("odd")));
        return wrong;
    }

    List<String> marked() {
        return strings(look().get("texts"));
    }

    /** Which part makes the page wider than a telephone; empty when it fits. */
    String tooWide() {
        page.setViewportSize(PHONE, 900);
        String wide = String.valueOf(page.evaluate(TOO_WIDE));
        page.setViewportSize(DESK, 900);
        return wide;
    }

    private Map<?, ?> look() {
        return page.evaluate(LOOK) instanceof Map<?, ?> found ? found : Map.of();
    }

    /** Answers the status; empty when it is no page but a file, or did not come. */
    Optional<Integer> go(String address) {
        complaints.clear();
        try {
            return Optional.ofNullable(page.navigate(address)).map(answer -> answer.status());
        } catch (PlaywrightException e) {
            return Optional.empty();
        }
    }

    /** A file, asked for by this browser. */
    Download download(String address) {
        var answer = page.request().get(address);
        return new Download(
                address.replaceAll("^http://[^/]*", ""),
                answer.status(),
                answer.headers().getOrDefault("content-type", ""),
                answer.body());
    }

    record Download(String address, int status, String type, byte[] bytes) {}

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public void close() {
        context.close();
    }
}
