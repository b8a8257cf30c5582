package nl.koppelwerk.ui.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.price.PublishedPrices;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.cost.CarePrices;
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
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** The monitor, research sheets, cost of programmes and a review, in a real browser. */
@ExtendWith(DatabaseExtension.class)
class MonitorIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String BEHEER = "beheer@koppelwerk.example";

    private static RunningPages pages;
    private static Chromium chromium;
    private static UUID pairing = new UUID(0, 0);

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 11);
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(
                        UUID.nameUUIDFromBytes(BEHEER.getBytes(StandardCharsets.UTF_8)),
                        rotterdam,
                        BEHEER,
                        "Beheerder",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(Town.PASSWORD),
                        Account.Role.ADMINISTRATOR,
                        true));
        database.scope().inside(rotterdam, () -> {
            pairing = database.jdbc()
                    .sql("update pairing set step = 'RUNNING' where id = (select min(id::text)::uuid from pairing)"
                            + " returning id")
                    .query(UUID.class)
                    .single();
            database.jdbc()
                    .sql("insert into pairing_life (organisation, pairing, started_on) values (:o, :id, '2026-01-12')")
                    .params(Map.of("o", rotterdam.value(), "id", pairing))
                    .update();
            new CarePrices(database.jdbc()).keep(rotterdam, "Rotterdam", PublishedPrices.all());
        });
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static Visitor visitor(int width) {
        return Visitor.at(pages.address(), chromium.browser(), width, true);
    }

    @ParameterizedTest
    @CsvSource({"1280, nl", "390, en"})
    void everyPageIsUsableEmptyFullAndWrong(int width, String language) {
        try (Visitor beheer = visitor(width)) {
            beheer.signIn(BEHEER);
            beheer.page().waitForURL(address -> !address.contains("login"));
            beheer.go("/monitor?from=2026-01-01&until=2026-11-21&language=" + language);
            beheer.inspect();
            beheer.go("/monitor?from=2010-01-01&until=2010-11-21");
            beheer.inspect();
            beheer.go("/monitor?from=2010-01-01&until=x");
            beheer.inspect();
            beheer.go("/monitor/sheets");
            beheer.inspect();
            beheer.go("/costs");
            beheer.inspect();
            beheer.go("/prices");
            beheer.inspect();
        }
    }

    @Test
    void sheetsAreLookedAtBeforeTheyAreKeptAndCostIsEnteredInAForm() {
        try (Visitor beheer = visitor(390)) {
            beheer.signIn(BEHEER);
            beheer.page().waitForURL(address -> !address.contains("login"));
            beheer.go("/monitor/sheets");
            beheer.page()
                    .locator("#file")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "formulieren.csv",
                            "text/csv",
                            "sheet;score_social\nA-1;4\nA-2;9\n".getBytes(StandardCharsets.UTF_8)));
            beheer.page().locator("form[action$=preview] button").click();
            beheer.reads("Rij 3, score_social (9)");
            beheer.page().locator("form[action$=sheets] button").click();
            beheer.reads("1 formulier is bewaard.");
            beheer.inspect();

            beheer.go("/costs");
            beheer.page()
                    .locator("#programme")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Maatje in de wijk"));
            for (String field : new String[] {"hours", "hourlyRate", "subsidy", "training", "screening", "expenses"}) {
                beheer.page().locator("#" + field).fill("3,5");
            }
            beheer.page().locator("#overhead").fill("veel");
            beheer.page().locator("#source").fill("Begroting");
            beheer.page().locator("form.kw-sheet-form button").click();
            beheer.reads("Er is nog niets bewaard.");
            beheer.page().locator("#overhead").fill("7");
            beheer.page().locator("form.kw-sheet-form button").click();
            beheer.reads("De kosten zijn bewaard.");
            beheer.inspect();
        }
    }

    @Test
    void aReviewIsWrittenInWordsThenInQuantitiesThenFixed() {
        try (Visitor noor = visitor(390)) {
            noor.signIn(NOOR);
            noor.page().waitForURL(address -> !address.contains("login"));
            noor.go("/pairings/" + pairing + "/review");
            noor.inspect();
            for (String field : new String[] {"before", "expectedWithout", "happened"}) {
                noor.page().locator("#" + field).fill("Een uur hulp per week");
            }
            noor.page().locator("form[action$=words] button").click();
            noor.reads("Bewaard.");
            noor.page().locator("#product").selectOption("45/begeleiding");
            noor.page().locator("[name=withoutLikely]").fill("80");
            noor.page().locator("[name=actualLikely]").fill("20");
            noor.page().locator("form[action$=lines] button").click();
            noor.reads("Zonder koppeling: 80 tot 80, waarschijnlijk 80.");
            noor.inspect();
            noor.page().locator("form[action$=fix] button").click();
            noor.reads("De schatting staat vast.");
            noor.inspect();
            noor.page().locator("#reason").fill("Het wijkteam telde anders");
            noor.page().locator("form[action$=reopen] button").click();
            noor.reads("Wijziging weggooien");
            noor.inspect();
            noor.page().locator("form[action$=drop] button").click();
            noor.reads("De wijziging is weg.");
        }
    }
}
