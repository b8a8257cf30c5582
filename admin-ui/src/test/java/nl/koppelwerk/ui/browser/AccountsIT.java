package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of accounts in a real browser: usable by everybody, on a screen and on a phone, with and without script. */
@ExtendWith(DatabaseExtension.class)
class AccountsIT {
    private static final Map<String, Account.Role> STAFF = Map.of(
            "coordinator@koppelwerk.example", Account.Role.COORDINATOR,
            "beheer@koppelwerk.example", Account.Role.ADMINISTRATOR,
            "gemeente@koppelwerk.example", Account.Role.MUNICIPAL_READER,
            "systeem@koppelwerk.example", Account.Role.SYSTEM_ADMINISTRATOR);

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId organisation =
                Town.emptyTown(database, "Samen Sterk Rotterdam", STAFF.keySet().toArray(String[]::new));
        Town.fill(database, organisation, 9);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        STAFF.forEach((email, role) -> {
            Account made = accounts.findForSignIn(email).orElseThrow();
            accounts.save(made.with(made.name(), role, true));
        });
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({"390, nl, true", "1280, en, true", "390, en, false"})
    void everyPageIsUsableByEverybody(int width, String language, boolean script) {
        try (Visitor boss = Visitor.at(pages.address(), chromium.browser(), width, script)) {
            look(boss, "/login?problem=wait&minutes=3&language=" + language, "login-wait", width, script);
            look(boss, "/forgotten-password", "forgotten-password", width, script);
            boss.signIn("beheer@koppelwerk.example");
            boss.page().waitForURL(address -> !address.contains("/login"));
            look(boss, "/accounts", "accounts", width, script);
            look(boss, "/accounts/new", "accounts-new", width, script);
            invite(boss, width);
            picture(boss, "accounts-invited", width);
            boss.follows(boss.page()
                    .locator("tbody tr:has-text('nieuw" + width + "@') a")
                    .first());
            inspect(boss, script);
            isSeenToBe(boss.page(), "role", "MUNICIPAL_READER");
            isSeenToBe(boss.page(), "municipalities", "Rotterdam");
            picture(boss, "accounts-one", width);
            look(boss, "/audit", "audit", width, script);
            look(boss, "/audit?object=niemand", "audit-empty", width, script);
            look(boss, "/retention", "retention", width, script);
            look(boss, "/retention?AUDIT=400&HISTORY=30", "retention-tried", width, script);
            look(boss, "/account", "account", width, script);
            look(boss, "/account/second-step", "second-step-set-up", width, script);
        }
        try (Visitor late = Visitor.at(pages.address(), chromium.browser(), width, script)) {
            late.go("/welcome?link=x&language=" + language);
            picture(late, "link-over", width);
        }
        for (String other : new String[] {"gemeente", "systeem"}) {
            try (Visitor reader = Visitor.at(pages.address(), chromium.browser(), width, script)) {
                reader.go("/login?language=" + language);
                reader.signIn(other + "@koppelwerk.example");
                inspect(reader, script);
                picture(reader, "start-" + other, width);
            }
        }
    }

    private static void invite(Visitor boss, int width) {
        Page page = boss.page();
        page.locator("#email").fill("nieuw" + width + "@koppelwerk.example");
        page.locator("#name").fill("Fatima Aydin");
        page.locator("input[value=MUNICIPAL_READER]").check();
        page.locator("input[name=municipalities][value=Rotterdam]").check();
        boss.follows(page.locator("main form button[type=submit]"));
    }

    /** Chosen, and looking otherwise than what is not. */
    private static void isSeenToBe(Page page, String name, String value) {
        PlaywrightAssertions.assertThat(page.locator("input[name=" + name + "]:checked"))
                .hasValue(value);
        if (name.equals("role")) {
            String colour = "one => getComputedStyle(one).backgroundColor";
            assertThat(page.locator("input[name=role]:checked").evaluate(colour))
                    .isNotEqualTo(page.locator("input[name=role]:not(:checked)")
                            .first()
                            .evaluate(colour));
        }
    }

    private static void look(Visitor visitor, String path, String name, int width, boolean script) {
        visitor.go(path);
        inspect(visitor, script);
        picture(visitor, name, width);
    }

    /** What looks for violations is a script itself. */
    private static void inspect(Visitor visitor, boolean script) {
        if (script) {
            visitor.inspect();
        }
    }

    private static void picture(Visitor visitor, String name, int width) {
        visitor.picture("access-" + name + "-" + width);
    }
}
