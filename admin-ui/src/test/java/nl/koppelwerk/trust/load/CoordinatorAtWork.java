package nl.koppelwerk.trust.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import nl.koppelwerk.trust.load.Browser.Page;

/** Reads the morning page and lists, opens proposals with what is worked out beside them, and decides on one now and then. */
final class CoordinatorAtWork implements Person {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
    private static final Pattern PROPOSAL = Pattern.compile("href=\"(/proposals/" + ID + ")\"");
    private static final Pattern FAMILY = Pattern.compile("href=\"(/families/" + ID + ")\"");
    private static final Pattern VOLUNTEER = Pattern.compile("href=\"(/volunteers/" + ID + ")\"");
    private static final Pattern PAIRING = Pattern.compile("href=\"(/pairings/" + ID + ")\"");
    private static final Pattern UNPAIRED = Pattern.compile("href=\"(/unpaired/" + ID + ")\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final List<String> SEARCHES = List.of("jansen", "yil", "de", "3021", "kowal", "ben", "an", "van");

    private final Browser browser;
    private final String email;
    private final Choice next;

    CoordinatorAtWork(Browser browser, String email, RandomGenerator random) {
        this.browser = browser;
        this.email = email;
        this.next = new Choice(random)
                .of(14, () -> browser.open("morning", "/morning"))
                .of(26, this::readProposal)
                .of(1, this::decide)
                .of(12, () -> list("families", "family", FAMILY))
                .of(8, () -> list("volunteers", "volunteer", VOLUNTEER))
                .of(10, () -> any("pairings", "/pairings", "pairing", PAIRING))
                .of(7, () -> any("unpaired", "/unpaired", "unpaired one", UNPAIRED))
                .of(2, () -> browser.open("registrations", "/registrations"))
                .of(1, () -> browser.open("recruit", "/recruit"))
                .of(1, () -> browser.open("runs", "/runs"));
    }

    @Override
    public void comeIn() {
        Page page = browser.open("sign-in page", "/login");
        browser.send(
                "sign in",
                "/login",
                page,
                List.of(Map.entry("email", email), Map.entry("password", LoadCity.PASSWORD)));
    }

    @Override
    public void press() {
        next.take();
    }

    /** The list, one of it, and what is worked out beside it. */
    private void readProposal() {
        any("proposals", "/proposals", "proposal", PROPOSAL);
    }

    private void list(String kind, String one, Pattern link) {
        any(kind, "/" + kind + "?q=" + next.among(SEARCHES), one, link);
    }

    private Optional<Page> any(String kind, String path, String one, Pattern link) {
        List<String> links = browser.open(kind, path).all(link);
        if (links.isEmpty()) {
            return Optional.empty();
        }
        String chosen = next.among(links);
        Page page = browser.open(one, chosen);
        if (link == PROPOSAL && page.status() == 200) {
            browser.part("proposal, worked out", chosen + "/opinion");
        }
        return Optional.of(page);
    }

    private void decide() {
        List<String> links = browser.open("proposals", "/proposals").all(PROPOSAL);
        if (links.isEmpty()) {
            return;
        }
        String chosen = next.among(links);
        Page page = browser.open("proposal", chosen);
        page.first(VERSION).ifPresent(version -> {
            if (next.oneIn(3)) {
                browser.send(
                        "decline",
                        chosen + "/decline",
                        page,
                        List.of(
                                Map.entry("version", version),
                                Map.entry("reason", "NOT_NOW"),
                                Map.entry("until", "FOUR_WEEKS")));
            } else {
                browser.send("confirm", chosen + "/confirm", page, List.of(Map.entry("version", version)));
            }
            browser.part("news of the plan", "/plan/news");
        });
    }

    @Override
    public Browser browser() {
        return browser;
    }
}
