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

/** A family comes in with ten answers, something cannot wait, and the rest is asked later. */
@ExtendWith(DatabaseExtension.class)
class IntakeIT {
    private static final String NOOR = "coordinator@koppelwerk.example";

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 17);
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
        noor.picture("intake-" + name);
    }

    private static void begin(Visitor noor, int width) {
        noor.go("/families");
        noor.follows(noor.page().locator("a[href='/families/intake']"));
        look(noor, "empty-" + width);
        noor.page().locator("input[value=VIOLENCE]").check();
        noor.reads("Bel nu Veilig Thuis", "0800-2000");
        noor.page().locator("#family_name").fill("Gezin Nieuw " + width);
        noor.follows(noor.page().locator("main form button[type=submit]"));
        noor.reads("Vul dit in");
        look(noor, "wrong-" + width);
        noor.page().locator("#postcode").fill("3021");
        noor.page().locator("input[value=SINGLE_PARENT]").check();
        noor.page().locator("#children_birth_years").fill("2018 2021");
        noor.page().locator("#languages_0").selectOption("tur");
        noor.page().locator("#languages_level_0").selectOption("C2");
        noor.page().locator("input[value=FINANCE]").check();
        noor.page().locator("#hours_per_week").fill("2,5");
        noor.page().locator("label:has(input[value=wed-afternoon])").click();
        noor.page().locator("input[name=offer]").first().check();
        noor.follows(noor.page().locator("main form button[type=submit]"));
    }

    @Test
    void tenAnswersThenWhatCannotWaitThenTheRest() {
        for (int width : new int[] {390, 1280}) {
            try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
                noor.signIn(NOOR);
                begin(noor, width);
                noor.reads("Ze gaan mee in de volgende ronde", "Dit kan niet wachten");
                look(noor, "acute-" + width);
                noor.go("/morning");
                look(noor, "morning-" + width);
                noor.follows(noor.page().locator(".kw-acute .kw-row__link").first());
                noor.page().locator("#outcome").fill("Samen met moeder Veilig Thuis gebeld");
                noor.follows(noor.page().locator("form[action$='/handled'] button"));
                noor.reads("Samen met moeder Veilig Thuis gebeld");
                noor.page().locator("#q-goal").fill("Een baan en rust thuis");
                noor.page().locator("#q-dutch-reading input[value=A2]").check();
                noor.page().locator("#q-device input[value=SMARTPHONE]").check();
                noor.follows(noor.page().locator("#part-START button[type=submit]"));
                noor.reads("Er zijn 3 antwoorden bewaard", "een spraakbericht");
                look(noor, "filled-" + width);
                noor.follows(noor.page().locator(".kw-back a"));
                noor.reads("Een baan en rust thuis");
                look(noor, "family-" + width);
            }
        }
    }
}
