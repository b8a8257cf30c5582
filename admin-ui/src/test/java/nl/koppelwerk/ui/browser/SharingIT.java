package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
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

/** The pages on sharing, empty and filled, on a telephone and on a screen. */
@ExtendWith(DatabaseExtension.class)
class SharingIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String ADMINISTRATOR = "beheer@koppelwerk.example";
    private static final UUID NEIGHBOURS = new UUID(6, 7);

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, ADMINISTRATOR);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        Account administrator = accounts.findForSignIn(ADMINISTRATOR).orElseThrow();
        accounts.save(administrator.with(ADMINISTRATOR, Account.Role.ADMINISTRATOR, true));
        Town.fill(database, rotterdam, 9);
        change("""
                with added as (
                    insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version, run_by)
                    select organisation, '%1$s', 'BUREN', 'Buren', kinds, 9, 1, 'Stichting Buren' from programme)
                insert into programme_rules select organisation, '%1$s', 1, screening_years, language_level,
                    maximum_distance_metres, unconfirmed_days, weights from programme_rules limit 1
                """.formatted(NEIGHBOURS));
        change("""
                insert into sharing_agreement (organisation, one, other, version, asked_at, asked_by, asked_for)
                select p.organisation, least(p.id, '%1$s'), greatest(p.id, '%1$s'), 1, '2026-11-01', a.id, p.id
                from programme p join account a using (organisation) where p.id <> '%1$s' limit 1
                """.formatted(NEIGHBOURS));
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    private static void change(String sql) {
        database.scope().inside(rotterdam, () -> {
            database.jdbc().sql(sql).update();
        });
    }

    private static String one(String sql) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc().sql(sql).query(String.class).single());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, nl, Akkoord op 3 november 2026, Ingetrokken op",
        "390, en, Agreed on 3 November 2026, Taken back on"
    })
    void everyPageIsUsableEmptyFullAndWrong(int width, String language, String given, String withdrawn) {
        String family = one("select family::text from support_request where cardinality(needs) > 1 order by reference "
                + (width > 1000 ? "asc" : "desc") + " limit 1");
        String volunteer = one("select id::text from volunteer order by reference limit 1");
        String programme = one("select id::text from programme where code <> 'BUREN'");
        try (Visitor noor = signedIn(NOOR, width, true)) {
            for (String page : List.of(
                    "/sharing?language=" + language,
                    "/rules/" + programme + "/sharing",
                    "/rules/" + programme + "/about",
                    "/families/" + family + "/sharing",
                    "/volunteers/" + volunteer + "/sharing")) {
                noor.go(page);
                noor.inspect();
            }
            noor.go("/families/" + family + "/sharing");
            noor.follows(noor.page().locator("form:has(select[name=to]) button").first());
            noor.inspect();
            noor.page().locator("input[name=on]").fill("2026-11-03");
            noor.follows(noor.page().locator("form:has(input[value=GIVEN]) button"));
            noor.reads(given);
            noor.inspect();
            noor.follows(noor.page().locator("form:has(input[value=WITHDRAWN]) button"));
            noor.reads(withdrawn);
            noor.inspect();
        }
        try (Visitor administrator = signedIn(ADMINISTRATOR, width, true)) {
            administrator.go("/rules/" + programme + "/sharing?language=" + language);
            PlaywrightAssertions.assertThat(administrator.page().locator("button[value=END]"))
                    .isVisible();
            administrator.inspect();
        }
    }

    @Test
    void whoIsAskedForIsAnsweredWithoutScript() {
        change("""
                insert into lending (organisation, pairing, volunteer, asked_at)
                select organisation, id, volunteer, '2026-11-20' from pairing order by id limit 1
                """);
        change("update pairing set step = 'ACCEPTED', held = true where id = (select pairing from lending)");
        for (int width : new int[] {1280, 390}) {
            try (Visitor noor = signedIn(NOOR, width, true)) {
                noor.go("/sharing");
                noor.inspect();
            }
        }
        try (Visitor noor = signedIn(NOOR, 390, false)) {
            noor.go("/sharing");
            noor.follows(noor.page().locator("form:has(input[name=yes][value=true]) button"));
            noor.reads("Niemand wacht op u");
        }
    }

    private static Visitor signedIn(String email, int width, boolean script) {
        Visitor visitor = Visitor.at(pages.address(), chromium.browser(), width, script);
        visitor.signIn(email);
        visitor.page().waitForURL(address -> !address.contains("login"));
        return visitor;
    }
}
