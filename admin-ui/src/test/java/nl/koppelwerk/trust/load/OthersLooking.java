package nl.koppelwerk.trust.load;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import nl.koppelwerk.trust.load.Browser.Page;

/** Readers at the municipality, administrators, and people who were never here before. */
final class OthersLooking {
    private OthersLooking() {}

    static Person reader(Browser browser, String email, RandomGenerator random) {
        return staff(
                browser,
                email,
                new Choice(random)
                        .of(3, () -> browser.open("municipality", "/municipality"))
                        .of(1, () -> browser.open("own account", "/account")));
    }

    static Person administrator(Browser browser, String email, RandomGenerator random) {
        return staff(
                browser,
                email,
                new Choice(random)
                        .of(3, () -> browser.open("staff", "/accounts"))
                        .of(3, () -> browser.open("audit log", "/audit"))
                        .of(2, () -> browser.open("mail", "/mail"))
                        .of(2, () -> browser.open("rules", "/rules"))
                        .of(1, () -> browser.open("monitor", "/monitor")));
    }

    /** Each time somebody else: nothing is kept in the browser. */
    static Person stranger(Browser browser, RandomGenerator random) {
        return new One(
                browser,
                () -> {},
                new Choice(random)
                        .of(4, () -> fresh(browser, "sign-up of volunteers", "/join"))
                        .of(3, () -> fresh(browser, "sign-up of families", "/help"))
                        .of(2, () -> fresh(browser, "volunteer: ask for a link", "/own/ask"))
                        .of(1, () -> fresh(browser, "sign-in page", "/login")));
    }

    private static void fresh(Browser browser, String kind, String path) {
        browser.forget();
        browser.open(kind, path);
    }

    private static Person staff(Browser browser, String email, Choice next) {
        return new One(
                browser,
                () -> {
                    Page page = browser.open("sign-in page", "/login");
                    browser.send(
                            "sign in",
                            "/login",
                            page,
                            List.of(Map.entry("email", email), Map.entry("password", LoadCity.PASSWORD)));
                },
                next);
    }

    private record One(Browser browser, Runnable in, Choice next) implements Person {
        @Override
        public void comeIn() {
            in.run();
        }

        @Override
        public void press() {
            next.take();
        }
    }
}
