package nl.koppelwerk.ui.browser;

import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A family asks a coordinator to erase everything. */
@ExtendWith(DatabaseExtension.class)
class RightsIT {
    private static final String NOOR = "coordinator@koppelwerk.example";

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 22);
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static void look(Visitor noor, String name) {
        noor.inspect();
        noor.picture("rights-" + name);
    }

    @Test
    void fromTheFamilyToTheListAndBackAndErased() {
        for (int width : new int[] {390, 1280}) {
            try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
                noor.signIn(NOOR);
                noor.go("/erasures");
                look(noor, "nobody-" + width);
                noor.go("/families");
                noor.follows(noor.page().locator("main a[href^='/families/']").nth(3));
                noor.follows(noor.page().locator("a[href$='/rights']"));
                noor.follows(noor.page().locator("form:has(input[value=NOTE_REQUEST]) button"));
                noor.reads("om alles te wissen");
                noor.page().locator("#reason").fill("Er loopt een klacht bij de commissie");
                noor.follows(noor.page().locator("form:has(input[value=HOLD]) button"));
                noor.reads("De reden staat op deze pagina");
                look(noor, "held-" + width);
                noor.follows(noor.page().locator("form:has(input[value=END_HOLD]) button"));
                look(noor, "asked-" + width);
                noor.page().locator("#consent-on").fill("2026-11-03");
                noor.follows(noor.page().locator("form:has(input[value=GIVEN]) button"));
                noor.reads("Akkoord op 3 november 2026");
                look(noor, "agreed-" + width);
                noor.follows(noor.page().locator("form:has(input[value=WITHDRAWN]) button"));
                noor.reads("Verder stopt er niets vanzelf");
                look(noor, "withdrawn-" + width);
                noor.go("/erasures");
                look(noor, "list-" + width);
                noor.follows(noor.page().locator("main .kw-row__link"));
                noor.page().locator("input[name=sure]").check();
                noor.follows(noor.page().locator("form[action$='/erase'] button"));
                noor.reads("Alles is gewist");
            }
        }
    }
}
