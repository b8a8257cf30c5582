package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.referral.ShippedServices;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A directory is read, and a family is brought to one of its services. */
@ExtendWith(DatabaseExtension.class)
class ReferralIT {
    private static final String NOOR = "noor.brengt@koppelwerk.example";

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Brengen", NOOR);
        Town.fill(database, rotterdam, 9);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        accounts.save(accounts.findForSignIn(NOOR).orElseThrow().with("Noor Jansen", Account.Role.ADMINISTRATOR, true));
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static String family(String request) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select family::text from support_request where reference = :request")
                                .param("request", request)
                                .query(String.class)
                                .single());
    }

    private static void look(Visitor noor, String name, int width) {
        noor.inspect();
        noor.picture("referral-" + name + "-" + width);
    }

    private static void read(Visitor noor, String text) {
        noor.page()
                .locator("#file")
                .setInputFiles(
                        new FilePayload("lijst.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
        noor.follows(noor.page().locator("form[action='/services/preview'] button"));
    }

    @Test
    void fromAFileToAFamilyThatArrived() {
        for (int width : new int[] {390, 1280}) {
            try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
                noor.signIn(NOOR);
                noor.go("/referrals");
                look(noor, "list", width);
                noor.go("/services");
                look(noor, "directory", width);
                read(noor, ShippedServices.text().replace("\"active\"", "\"open\""));
                noor.reads("Er staat: \"open\"");
                look(noor, "wrong-file", width);
                read(noor, ShippedServices.text().replace("Omgaan met", width + " maal omgaan met"));
                noor.reads("Er is nog niets veranderd");
                look(noor, "preview", width);
                noor.follows(noor.page().locator("form[action='/services'] button"));
                noor.reads("De lijst is bijgewerkt");

                noor.go("/families/" + family(width == 390 ? "V-1000" : "V-1004"));
                noor.follows(noor.page().locator("a[href$='/referrals'][href^='/requests/']"));
                look(noor, "request", width);
                noor.follows(noor.page().locator("a[href*='/referrals/new']").first());
                noor.follows(noor.page().locator("main form button[type=submit]"));
                noor.reads("Zonder toestemming van het gezin");
                look(noor, "form-wrong", width);
                noor.page().locator("input[name=consent]").check();
                noor.page().locator("input[name=step][value=GO_ALONG]").check();
                noor.follows(noor.page().locator("main form button[type=submit]"));
                noor.reads("met het gezin meegaan");
                noor.page().locator("summary").first().click();
                look(noor, "one", width);
                noor.follows(noor.page().locator("form:has(input[value=ARRIVED]) button"));
                noor.reads("aangekomen");
                look(noor, "arrived", width);
                noor.go("/referrals");
                look(noor, "list-full", width);
            }
        }
    }
}
